// Groups what one person said in a row, and keeps the lines between days where they belong: the
// server wrote them, in the reader's time zone; what came since has the date in front of its time.
import { messagesIn } from "./place";

const CLOSE_MS = 5 * 60_000;

export function groupMessages(list: HTMLElement): void {
  const lines = takeLines(list);
  let previous: { message: HTMLElement; time: string } | null = null;
  for (const message of messagesIn(list)) {
    const time = message.querySelector("time")?.dateTime ?? "";
    const newDay = !previous || dateOf(previous.time) !== dateOf(time);
    if (newDay) insertDay(message, lines.get(dateOf(time)) ?? today(list, lines.values()));
    const follows =
      !newDay &&
      previous !== null &&
      previous.message === message.previousElementSibling &&
      previous.message.dataset["author"] === message.dataset["author"] &&
      Date.parse(time) - Date.parse(previous.time) < CLOSE_MS;
    message.classList.toggle("message-follows", follows);
    previous = { message, time };
  }
}

/** The date where the reader is. */
const dateOf = (time: string): string => time.slice(0, "2026-11-21".length);

/** Takes the lines out of the list, one for each date. */
function takeLines(list: HTMLElement): Map<string, HTMLElement> {
  const lines = new Map<string, HTMLElement>();
  for (const line of list.querySelectorAll<HTMLElement>(":scope > .day")) {
    const date = dateOf(messageAfter(line)?.querySelector("time")?.dateTime ?? "");
    if (!lines.has(date)) lines.set(date, line);
  }
  list.querySelectorAll(":scope > .day").forEach((line) => line.remove());
  return lines;
}

function messageAfter(line: Element): Element | null {
  let next = line.nextElementSibling;
  while (next && !next.matches("[data-sequence]")) next = next.nextElementSibling;
  return next;
}

/** The line above what came while the page is open: that is of today, and a line that said so is of yesterday now. */
function today({ dataset }: HTMLElement, lines: Iterable<HTMLElement>): HTMLElement {
  const said = dataset["today"] ?? "";
  for (const line of lines) if (line.textContent === said) line.textContent = dataset["yesterday"] ?? "";
  const line = document.createElement("li");
  line.className = "day";
  line.textContent = said;
  return line;
}

function insertDay(message: HTMLElement, line: HTMLElement): void {
  const newLine = message.previousElementSibling?.matches(".new-line") ? message.previousElementSibling : null;
  (newLine ?? message).before(line);
}
