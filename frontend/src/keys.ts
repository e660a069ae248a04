// Keys. Whoever types in an open conversation writes: a key that makes a character goes to where one
// writes, wherever the focus is. Letters do something only while the list has the focus, and not at
// all for whoever turned them off (WCAG 2.1.4).
import { findField, focusList } from "./focus";
import { meta } from "./meta";
import { act as actOnRow } from "./rows/act";

/** Pressed while a page is on its way, for the field that comes with it. */
let held: KeyboardEvent[] | null = null;
/** Whether it came, and what was pressed is about to be given to it. */
let isReleasing = false;

export function listenForKeys(): void {
  document.addEventListener("keydown", hold, { capture: true });
  document.addEventListener("keydown", pressed);
  document.addEventListener("turbo:visit", holdKeys);
  document.addEventListener("turbo:submit-start", (event) => {
    if (event.target instanceof Element && event.target.matches(".decide form")) holdKeys();
  });
  document.addEventListener("turbo:before-fetch-request", (event) => {
    if (event.target instanceof Element && event.target.id === "pane") holdKeys();
  });
  document.addEventListener("turbo:load", releaseKeys);
  document.addEventListener("turbo:render", releaseKeys);
  document.addEventListener("turbo:frame-load", (event) => {
    if (event.target instanceof Element && event.target.id === "pane") releaseKeys();
  });
  for (const failed of ["turbo:fetch-request-error", "turbo:frame-missing"]) document.addEventListener(failed, drop);
}

/** Whether a key means something by itself here: the list has the focus, and one wants that. */
export function isForList(event: KeyboardEvent): boolean {
  const isWanted = meta("snug-letter-keys") !== "off";
  return isWanted && !event.defaultPrevented && isCharacter(event) && isIn(event, ".list") && !isDialogOpen();
}

function pressed(event: KeyboardEvent): void {
  if (event.defaultPrevented || isDialogOpen()) return;
  if (event.key === "Escape") return leave(event);
  if (isIn(event, "input, textarea, select, [contenteditable]") || !isCharacter(event)) return;
  const field = isIn(event, ".list") ? null : findField();
  // The character itself comes after this, to what has the focus then: so dead keys and input methods work too.
  if (field) field.focus();
  else if (isForList(event) || isHarmless(event)) press(event);
}

/** On pages where nobody writes, searching and the help are there as well. */
const isHarmless = (event: KeyboardEvent): boolean =>
  ["/", "?"].includes(event.key) && meta("snug-letter-keys") !== "off" && !document.querySelector(".pane-open");

function press(event: KeyboardEvent): void {
  if (actOnRow(event)) return event.preventDefault();
  const element = document.querySelector<HTMLElement>(`[data-key="${CSS.escape(event.key)}"]`);
  if (!element) return;
  event.preventDefault();
  if (element instanceof HTMLDialogElement) element.showModal();
  else if (element instanceof HTMLInputElement) element.focus();
  else element.click();
}

function leave(event: KeyboardEvent): void {
  const isElsewhere = event.isComposing || isIn(event, "details[open], input") || !isIn(event, "#pane");
  if (isElsewhere) return;
  event.preventDefault();
  focusList();
}

/** From now on what is typed waits for the field that is about to come. */
export function holdKeys(): void {
  held ??= [];
}

function drop(): void {
  held = null;
  isReleasing = false;
}

function hold(event: KeyboardEvent): void {
  if (held === null || !event.isTrusted || (isIn(event, "textarea") && !isReleasing)) return;
  // Before anything was typed these do what they always do: press buttons, open links.
  const goesOn = held.length > 0 && ["Enter", "Backspace", " "].includes(event.key);
  if (!isCharacter(event) && !goesOn) return;
  held.push(event);
  event.preventDefault();
  event.stopPropagation();
}

/** It came, or will not: what was typed goes where one writes now, if anywhere, in the order in which it was typed. */
export function releaseKeys(): void {
  if (isReleasing) return;
  if (!held?.length) return drop();
  isReleasing = true;
  // What listens to the field begins a moment after the field is there.
  window.setTimeout(() => {
    const field = document.activeElement instanceof HTMLTextAreaElement ? document.activeElement : findField();
    field?.focus();
    for (const event of held ?? []) if (field?.isConnected) pressIn(field, event);
    drop();
  });
}

function pressIn(field: HTMLInputElement | HTMLTextAreaElement, { key, shiftKey, ctrlKey, metaKey }: KeyboardEvent): void {
  if (key === "Enter") {
    const enter = new KeyboardEvent("keydown", { key, shiftKey, ctrlKey, metaKey, bubbles: true, cancelable: true });
    if (!field.dispatchEvent(enter) || field instanceof HTMLInputElement) return;
  }
  const character = key === "Enter" ? "\n" : [...key].length === 1 ? key : "";
  field.value = key === "Backspace" ? [...field.value].slice(0, -1).join("") : field.value + character;
  field.dispatchEvent(new Event("input", { bubbles: true }));
}

/** Whether a key makes a character, or begins one. Space scrolls and presses buttons. */
function isCharacter(event: KeyboardEvent): boolean {
  const isThirdLevel = event.getModifierState("AltGraph") || (event.altKey && !event.ctrlKey && /[^\x20-\x7e]/.test(event.key));
  if ((event.ctrlKey || event.metaKey || event.altKey) && !isThirdLevel) return false;
  return event.isComposing || ["Dead", "Process"].includes(event.key) || ([...event.key].length === 1 && event.key !== " ");
}

const isIn = (event: KeyboardEvent, selector: string): boolean => event.target instanceof Element && event.target.closest(selector) !== null;

const isDialogOpen = (): boolean => document.querySelector("dialog[open]") !== null;
