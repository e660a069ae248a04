// What one pastes in an open conversation is written there, wherever the focus is: as plain text.
import { findField } from "./focus";

export function listenForPaste(): void {
  document.addEventListener("paste", (event) => {
    const { target, clipboardData, defaultPrevented } = event;
    const isElsewhere = target instanceof Element && target.closest("input, textarea, select, .list, dialog[open]") !== null;
    const field = defaultPrevented || isElsewhere ? null : findField();
    const text = clipboardData?.getData("text/plain");
    if (!text || !(field instanceof HTMLTextAreaElement)) return;
    event.preventDefault();
    field.focus();
    field.setRangeText(text.replaceAll("\r\n", "\n"), field.selectionStart, field.selectionEnd, "end");
    field.dispatchEvent(new Event("input", { bubbles: true }));
  });
}
