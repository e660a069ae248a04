// Tells the server that its person is here: while the tab is visible and used, once a minute.
import { person } from "./meta";

const EVERY_MS = 60_000;
const SIGNS = ["pointerdown", "pointermove", "keydown", "wheel", "touchstart", "focus"];

let told = -EVERY_MS;

export function tellPresence(): void {
  for (const sign of SIGNS) window.addEventListener(sign, used, { passive: true, capture: true });
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "visible") tell();
  });
  document.addEventListener("turbo:load", used);
}

function used(): void {
  if (document.visibilityState === "visible" && performance.now() - told >= EVERY_MS) tell();
}

function tell(): void {
  if (!person()) return;
  told = performance.now();
  // One that is lost does not matter: the next sign of use sends another.
  fetch("/presence", { method: "POST", keepalive: true }).catch(() => {});
}
