// Puts a message where it belongs among those shown, by its sequence number.

export const sequenceOf = (message: HTMLElement): number => Number(message.dataset["sequence"]);

export const messagesIn = (list: HTMLElement): HTMLElement[] =>
  Array.from(list.querySelectorAll<HTMLElement>(":scope > [data-sequence]"));

function keepSeen(present: HTMLElement, message: HTMLElement): void {
  const mark = message.querySelector(".message-seen");
  if (mark && !present.querySelector(".message-seen")) present.querySelector(".message-body")?.append(mark);
}

/** Whether it was not among them before, and is now. */
export function placeMessage(list: HTMLElement, message: HTMLElement): boolean {
  const present = document.getElementById(message.id);
  if (present) {
    // What is open in it, and what is typed there, stays while it says the same.
    if (message.dataset["state"] && message.dataset["state"] === present.dataset["state"]) keepSeen(present, message);
    else present.replaceWith(message);
    return false;
  }
  const shown = messagesIn(list);
  const before = shown.findLast((other) => sequenceOf(other) < sequenceOf(message));
  // Older than all that is shown, or newer than a page one leafed back to: it is there when one
  // gets there.
  if ((!before && shown.length > 0) || (before === shown.at(-1) && "partial" in list.dataset)) return false;
  message.classList.add("message-arrives");
  if (before) before.after(message);
  else list.append(message);
  return true;
}
