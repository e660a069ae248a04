// What was written and not sent is kept in this browser for its author alone, until they sign out:
// then nothing private stays behind on a shared machine. Who would lose something is asked first.
import { isSignOut } from "../identity";
import { person } from "../meta";
import { DRAFT_PREFIX } from "./draft";
import { UNSENT_PREFIX } from "./unsent";

export function forgetOnSignOut(): void {
  // On the window, so that Turbo finds the question.
  window.addEventListener("submit", ask, { capture: true });
  document.addEventListener("turbo:submit-end", (event) => {
    if (!isSignOut(event.target) || !(event as CustomEvent).detail.success) return;
    // The page is still the one that was signed out of.
    for (const key of kept(person())) localStorage.removeItem(key);
  });
}

function ask({ target: form }: Event): void {
  if (!isSignOut(form)) return;
  if (form.dataset["unsent"] && kept(person()).length > 0) form.dataset["turboConfirm"] = form.dataset["unsent"];
  else delete form.dataset["turboConfirm"];
}

const kept = (whose: string | null): string[] =>
  Object.keys(localStorage).filter((key) => [DRAFT_PREFIX, UNSENT_PREFIX].some((prefix) => key.startsWith(`${prefix}${whose}-`)));
