// Says what arrives, to those who listen to the page rather than see it.

const WORDS = /^.{1,120}(?!\S)|^.{1,120}/u;

/** Says a message of the other one: who wrote it, and its first words. */
export function announceMessage(list: HTMLElement, message: HTMLElement): void {
  const status = list.closest(".messages")?.querySelector<HTMLElement>("[data-announcements]");
  const author = message.querySelector(".message-author")?.textContent?.trim();
  if (!status || !author || message.matches(".message-own, .message-deleted")) return;
  const text = message.querySelector(".message-text")?.textContent?.trim().replace(/\s+/g, " ") ?? "";
  const words = WORDS.exec(text)?.[0] ?? "";
  status.textContent = `${author}: ${words}${words.length < text.length ? "…" : ""}`;
}
