// Nothing private stays behind on a shared machine.
import { DRAFT_PREFIX } from "./draft";
import { UNSENT_PREFIX } from "./unsent";

/** Forgets on signing out what was written and not sent. */
export function forgetOnSignOut(): void {
  document.addEventListener("submit", (event) => {
    if (!(event.target instanceof HTMLFormElement) || !event.target.matches('[action="/sign-out"]')) return;
    for (const key of Object.keys(localStorage)) {
      if (key.startsWith(DRAFT_PREFIX) || key.startsWith(UNSENT_PREFIX)) localStorage.removeItem(key);
    }
  });
}
