// Says something once to those who listen to the page: in an element that stays from page to page,
// since what is there when a page opens is not read out.

const SETTLE_MS = 200;

export function say(text: string): void {
  const said = document.getElementById("said");
  if (!said) return;
  // Emptied first, so that the same words are heard a second time.
  said.textContent = "";
  window.setTimeout(() => (said.textContent = text), SETTLE_MS);
}
