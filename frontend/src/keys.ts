// Keys that work anywhere: an element with data-key="e" is clicked, focused or opened by that key.

export function listenForKeys(): void {
  document.addEventListener("keydown", (event) => {
    if (event.defaultPrevented || !isFree(event)) return;
    const element = document.querySelector<HTMLElement>(`[data-key="${CSS.escape(event.key)}"]`);
    if (!element) return;
    event.preventDefault();
    if (element instanceof HTMLDialogElement) element.showModal();
    else if (element instanceof HTMLInputElement) element.focus();
    else element.click();
  });
}

/** Whether a key is neither typed into something nor part of a combination of the browser's. */
export function isFree(event: KeyboardEvent): boolean {
  const element = event.target instanceof HTMLElement ? event.target : document.body;
  const types = element.isContentEditable || element.matches("input, textarea, select");
  const asked = document.querySelector("dialog[open]") !== null;
  return !types && !asked && !event.ctrlKey && !event.metaKey && !event.altKey && !event.isComposing;
}
