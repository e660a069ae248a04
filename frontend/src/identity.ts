// Whose page this is. One browser has one session and many tabs: when somebody signs out, or another
// person signs in, every other tab covers what it shows at once, and asks whether it may go on.
import { person } from "./meta";

const OWNER = "Snug-Person";
const ASK_AGAIN_MS = 5_000;

let channel: BroadcastChannel | null = null;
/** Whether this tab itself is on its way to another page: it may be signing out just now. */
let moving = false;
/** Whether it is on its way to the sign-in page. */
let leaving = false;

export function guardIdentity(): void {
  channel = new BroadcastChannel("snug-person");
  // Whoever opens a page tells the others whose it is; nobody's, once one has signed out.
  channel.onmessage = ({ data }: MessageEvent<string>) => {
    if (person() && data !== person()) doubt();
  };
  document.addEventListener("turbo:load", () => {
    stay();
    channel?.postMessage(person() ?? "");
  });
  document.addEventListener("turbo:submit-start", (event) => {
    const { fetchRequest } = (event as CustomEvent).detail.formSubmission as { fetchRequest: { headers: Record<string, string> } };
    // What is answered into a frame leaves the page as it is.
    if (!fetchRequest.headers["Turbo-Frame"]) moving = true;
  });
  document.addEventListener("turbo:submit-end", (event) => {
    const { fetchResponse } = (event as CustomEvent).detail as { fetchResponse?: { redirected: boolean } };
    if (!fetchResponse?.redirected) stay();
  });
  // What comes back from the browser's memory may be somebody else's by now.
  window.addEventListener("pageshow", ({ persisted }) => {
    if (!persisted) return;
    if (person()) document.documentElement.classList.add("covered");
    stay();
  });
  document.addEventListener("turbo:before-fetch-request", say);
  document.addEventListener("turbo:before-fetch-response", (event) => {
    const { response } = (event as CustomEvent).detail.fetchResponse as { response: Response };
    if (!isAnothers(response)) return;
    event.preventDefault();
    cover();
  });
}

/** The header that says whose page asks; for what is no form. */
export const owner = (): Record<string, string> => ({ [OWNER]: person() ?? "" });

/** Whether an answer says that the page belongs to somebody who is not signed in any more. */
export const isAnothers = (response: Response): boolean => response.headers.get("Snug-Signed-In") === "another";

/** Asks whether this page's person is still the one signed in, and goes if not. */
export async function check(): Promise<void> {
  const whose = person();
  if (!whose || moving || leaving) return;
  // Somebody who is signed out is sent to the page that asks who they are: that is the answer.
  const asked = { headers: owner(), redirect: "manual", cache: "no-store" } as const;
  const response = await fetch("/presence?of=", asked).catch(() => null);
  // The page that came meanwhile, or is on its way, says itself whose it is.
  if (moving || person() !== whose) return;
  if (response?.type === "opaqueredirect" || response?.status === 401) leave();
  else if (response && isAnothers(response)) cover();
  else if (response?.ok) document.documentElement.classList.remove("covered");
  else if (document.documentElement.matches(".covered")) window.setTimeout(() => void check(), ASK_AGAIN_MS);
}

function doubt(): void {
  document.documentElement.classList.add("covered");
  void check();
}

/** What is open now stays open: whatever was doubted meanwhile is asked now, unless nobody's page came. */
function stay(): void {
  moving = false;
  if (!document.documentElement.matches(".covered")) return;
  if (person()) void check();
  else document.documentElement.classList.remove("covered");
}

/** Once: going a second time would begin the way anew, and a slow server would never be reached. */
function leave(): void {
  if (leaving) return;
  leaving = true;
  document.body.replaceChildren();
  location.replace(`/sign-in?return_to=${encodeURIComponent(location.pathname + location.search)}`);
}

/** Nothing that was shown stays, and what is said instead is nobody's. */
export function cover(): void {
  const words = document.querySelector<HTMLElement>("#anothers-page")?.dataset;
  if (!words) return leave();
  const [main, heading, more, home] = ["main", "h1", "p", "a"].map((tag) => document.createElement(tag));
  if (!main || !heading || !more || !(home instanceof HTMLAnchorElement)) return leave();
  Object.assign(main, { id: "main", className: "column column-narrow", tabIndex: -1 });
  Object.assign(home, { className: "button", href: "/", textContent: words["home"] });
  home.dataset["turbo"] = "false";
  heading.textContent = words["heading"] ?? "";
  more.textContent = words["more"] ?? "";
  main.append(heading, more, home);
  document.body.className = "page";
  document.body.replaceChildren(main);
  document.title = heading.textContent;
  for (const name of ["snug-person", "snug-change"]) document.querySelector(`meta[name="${name}"]`)?.remove();
  document.documentElement.classList.remove("covered");
  window.dispatchEvent(new CustomEvent("snug:covered"));
  main.focus();
}

// Parts of a page only: a whole one may rightly be of whoever signed in just now.
function say(event: Event): void {
  const { headers } = (event as CustomEvent).detail.fetchOptions as { headers: Record<string, string> };
  if (headers["Turbo-Frame"] && person()) Object.assign(headers, owner());
}
