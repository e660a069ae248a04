// Groups what one person said in a row, and sets a line between days: those of the reader's own
// time zone, which the server does not know.
import { formatDay } from "../times";
import { messagesIn } from "./place";

const CLOSE_MS = 5 * 60_000;

export function groupMessages(list: HTMLElement): void {
  list.querySelectorAll(":scope > .day").forEach((line) => line.remove());
  let previous: { message: HTMLElement; at: Date } | null = null;
  for (const message of messagesIn(list)) {
    const at = new Date(message.querySelector("time")?.dateTime ?? "");
    const newDay = previous?.at.toDateString() !== at.toDateString();
    if (newDay) insertDay(message, at);
    const follows =
      !newDay &&
      previous !== null &&
      previous.message === message.previousElementSibling &&
      previous.message.dataset["author"] === message.dataset["author"] &&
      at.getTime() - previous.at.getTime() < CLOSE_MS;
    message.classList.toggle("message-follows", follows);
    previous = { message, at };
  }
}

function insertDay(message: HTMLElement, at: Date): void {
  const line = document.createElement("li");
  line.className = "day";
  line.textContent = formatDay(at);
  const newLine = message.previousElementSibling?.matches(".new-line") ? message.previousElementSibling : null;
  (newLine ?? message).before(line);
}
