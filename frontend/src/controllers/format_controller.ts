import { Controller } from "@hotwired/stimulus";

interface Mark {
  params: { before: string; after?: string; line?: boolean };
}

/** Sets the marks of Markdown round what is selected where one writes, or before each of its lines. */
export default class extends Controller<HTMLDetailsElement> {
  set({ params: { before, after = "", line } }: Mark): void {
    const text = this.element.closest("form")?.querySelector("textarea");
    if (!text) return;
    this.close();
    text.focus();
    const { selectionStart, selectionEnd, value } = text;
    const chosen = value.slice(selectionStart, selectionEnd);
    if (line) {
      const opens = selectionStart === 0 || value[selectionStart - 1] === "\n" ? "" : "\n";
      insert(text, opens + chosen.split("\n").map((words) => before + words).join("\n"));
    } else {
      insert(text, before + chosen + after);
      const at = selectionStart + before.length;
      text.setSelectionRange(at, at + chosen.length);
    }
  }

  close(): void {
    if (this.element.contains(document.activeElement)) this.element.querySelector("summary")?.focus();
    this.element.open = false;
  }
}

/** As if it were typed: it can be undone, and whoever keeps the draft hears of it. */
function insert(text: HTMLTextAreaElement, words: string): void {
  if (document.execCommand("insertText", false, words)) return;
  text.setRangeText(words, text.selectionStart, text.selectionEnd, "end");
  text.dispatchEvent(new InputEvent("input", { bubbles: true }));
}
