// What takes longer than a moment shows that it goes on: the bar at the top, and the button that was
// pressed. What it looks like, and after how long, is in busy.css.
import { config } from "@hotwired/turbo";

const MOMENT_MS = 300;

export function showBusy(): void {
  config.drive.progressBarDelay = MOMENT_MS;
  document.addEventListener("turbo:submit-start", (event) => mark(submitterOf(event)));
  document.addEventListener("turbo:submit-end", (event) => submitterOf(event)?.removeAttribute("aria-busy"));
  // Forms that the browser sends itself.
  document.addEventListener("submit", (event) => {
    const { submitter, target } = event;
    if (target instanceof HTMLFormElement && target.closest('[data-turbo="false"]')) mark(submitter);
    else if (submitter?.dataset["turbo"] === "false") mark(submitter);
  });
  // The page one comes back to waits for nothing.
  window.addEventListener("pageshow", () => {
    document.querySelectorAll("button[aria-busy]").forEach((button) => button.removeAttribute("aria-busy"));
  });
}

const mark = (button: HTMLElement | null): void => button?.setAttribute("aria-busy", "true");

const submitterOf = (event: Event): HTMLElement | null => (event as CustomEvent).detail.formSubmission.submitter ?? null;
