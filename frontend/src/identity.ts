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
/** Whether another tab is signing out, or has. */
let signsOutBeside = false;

/** What tabs tell each other: whose page opened (nobody's, once one has signed out), or who is about to sign out. */
type Said = { opened: string } | { signsOut: string };

export function guardIdentity(): void {
  channel = new BroadcastChannel("snug-person");
  channel.onmessage = ({ data }: MessageEvent<Said>) => {
    if ("signsOut" in data) signsOutBeside = data.signsOut === person();
    else if (data.opened === person()) signsOutBeside = false;
    else if (person()) doubt();
  };
  document.addEventListener("turbo:load", () => {
    stay();
    tell({ opened: person() ?? "" });
  });
  document.addEventListener("turbo:submit-start", (event) => {
    const { fetchRequest } = (event as CustomEvent).detail.formSubmission as { fetchRequest: { headers: Record<string, string> } };
    // What is answered into a frame leaves the page as it is.
    if (!fetchRequest.headers["Turbo-Frame"]) moving = true;
    // Before the server ends what other tabs listen to, so that they can say why they leave.
    if (isSignOut(event.target)) tell({ signsOut: person() ?? "" });
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

const tell = (said: Said): void => channel?.postMessage(said);

/** Whether this is the form that signs out. */
export const isSignOut = (form: EventTarget | null): form is HTMLFormElement =>
  form instanceof HTMLFormElement && form.matches('[action="/sign-out"]');

/** Whether what a form carried was taken: not where one was asked to sign in first. */
export function isTaken(event: Event): boolean {
  const { success, fetchResponse } = (event as CustomEvent).detail as { success?: boolean; fetchResponse?: { response: Response } };
  return success === true && new URL(fetchResponse?.response.url ?? location.href).pathname !== "/sign-in";
}

/** Whether a form is on its way, whose answer may be another page. */
export const isMoving = (): boolean => moving;

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
  const why = signsOutBeside ? "signed-out-beside" : "ended";
  location.replace(`/sign-in?return_to=${encodeURIComponent(location.pathname + location.search)}&why=${why}`);
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
