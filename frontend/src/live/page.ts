// How a live event changes the page that is open.
import { renderStreamMessage, visit } from "@hotwired/turbo";
import { isMoving } from "../identity";
import { change } from "../meta";
import type { Bell, LiveEvent } from "./events";

declare global {
  interface WindowEventMap {
    "live:bell": CustomEvent<Bell & { leads: boolean }>;
    "live:connected": CustomEvent<boolean>;
  }
}

/** The change number of what is shown: of the pane where it was loaded after the page. */
export function shownChange(): number {
  const panes = document.querySelectorAll<HTMLElement>("[data-change]");
  return Math.max(change(), ...Array.from(panes, (pane) => Number(pane.dataset["change"])));
}

export function show(event: LiveEvent, leads: boolean): void {
  if (event.kind === "change") renderStreamMessage(event.html);
  else if (event.kind === "bell") say("live:bell", { ...event, leads });
  else loadAnew();
}

export function connected(connected: boolean): void {
  say("live:connected", connected);
}

let isDeferred = false;

/** What had to wait for a form is done once that left the page as it is; a page that came is new. */
export function loadAnewAfterForms(): void {
  document.addEventListener("turbo:load", () => (isDeferred = false));
  document.addEventListener("turbo:submit-end", () => {
    if (isDeferred && !isMoving()) loadAnew();
  });
}

/**
 * Loads the page anew, unless that would throw away what somebody is typing. Not while a form is on
 * its way: the page that answers it would be lost, and what it says.
 */
export function loadAnew(): void {
  isDeferred = isMoving();
  if (!isDeferred && !isBeingTypedIn()) visit(location.href, { action: "replace" });
}

// What is typed in the composer or to edit a message is kept as a draft and comes back by itself.
function isBeingTypedIn(): boolean {
  const fields = document.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>(
    "main :is(input, textarea):not([data-composer-target], [data-edit-target], [readonly], [type=hidden], [type=search])",
  );
  return Array.from(fields).some((field) => field.value !== field.defaultValue);
}

function say(name: string, detail: unknown): void {
  window.dispatchEvent(new CustomEvent(name, { detail }));
}
