// Who is here: told to the server about one's own person, shown on the page about the others.
import { owner } from "./identity";
import { person } from "./meta";

const TELL_EVERY_MS = 60_000;
const LOOK_EVERY_MS = 30_000;
const SIGNS = ["pointerdown", "pointermove", "keydown", "wheel", "touchstart", "focus"];

let told = -TELL_EVERY_MS;

/** While the tab is visible and used, once a minute. */
export function tellPresence(): void {
  for (const sign of SIGNS) window.addEventListener(sign, used, { passive: true, capture: true });
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "visible") tell();
  });
  document.addEventListener("turbo:load", used);
}

/** Keeps the marks beside the names true, as long as anybody can see them. */
export function showPresence(): void {
  document.addEventListener("visibilitychange", look);
  window.setInterval(look, LOOK_EVERY_MS);
}

function used(): void {
  if (document.visibilityState === "visible" && performance.now() - told >= TELL_EVERY_MS) tell();
}

function tell(): void {
  if (!person()) return;
  told = performance.now();
  // One that is lost does not matter: the next sign of use sends another.
  fetch("/presence", { method: "POST", headers: owner(), keepalive: true }).catch(() => {});
}

async function look(): Promise<void> {
  const marks = [...document.querySelectorAll<HTMLElement>("[data-presence]")];
  if (document.visibilityState !== "visible" || !person() || marks.length === 0) return;
  const shown = new Set(marks.map((mark) => mark.dataset.presence ?? ""));
  const response = await fetch(`/presence?of=${[...shown].join(",")}&within=${within().join(",")}`, { headers: owner() }).catch(() => null);
  // Without an answer the marks stay as they are: the bar says that the connection is lost.
  if (!response?.ok || response.redirected) return;
  const present: string[] = await response.json();
  for (const mark of marks) mark.hidden = !present.includes(mark.dataset.presence ?? "");
}

/** The conversations on the page: whoever is in one of them with the reader can be seen there. */
function within(): string[] {
  const shown = document.querySelectorAll<HTMLElement>("[id^='conversation-row-'], [data-people-of], .pane-open[id^='conversation-']");
  return [...shown].map((place) => place.dataset["peopleOf"] ?? place.id.replace(/^conversation-(row-)?/, ""));
}
