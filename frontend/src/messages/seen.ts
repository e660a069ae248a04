// The mark "Read": one, on the last own message that the other one has read.
import { messagesIn, sequenceOf } from "./place";

export function showSeen(list: HTMLElement, mark: HTMLElement, sequence: number): void {
  const own = messagesIn(list).filter((message) => message.matches(".message-own:not(.message-deleted)") && sequenceOf(message) <= sequence);
  const body = own.at(-1)?.querySelector(".message-body");
  if (!body) return;
  list.querySelectorAll(".message-seen").forEach((old) => old.remove());
  body.append(mark);
}
