import { Controller } from "@hotwired/stimulus";
import { Draft } from "../composer/draft";
import { readEdit, writeEdit } from "../composer/edit_draft";
import { sends } from "../composer/key";
import { checkLength } from "../composer/length";
import { findField, writeOn } from "../focus";
import { isTaken } from "../identity";
import { meta } from "../meta";

/** What is typed in this tab, by message: another tab that saves the same message clears the draft of both. */
const typedHere = new Map<string, string>();

/**
 * The form that edits a message: in its place, or on a page of its own. What is typed and not saved
 * is kept until it is, or given up.
 */
export default class extends Controller<HTMLElement> {
  static override targets = ["text", "version"];
  static override values = { draft: String };

  declare readonly textTarget: HTMLTextAreaElement;
  declare readonly versionTarget: HTMLInputElement;
  declare readonly draftValue: string;

  private draft = new Draft("");
  /** Whether it was opened from where one writes, to lead back there. */
  private isFromField = false;

  override connect(): void {
    this.draft = new Draft(`edit-${this.draftValue}`);
    this.element.addEventListener("click", this.clicked);
    this.element.addEventListener("keydown", this.pressed);
    this.element.addEventListener("input", this.typed);
    this.element.addEventListener("turbo:submit-end", this.saved);
    this.restore();
  }

  override disconnect(): void {
    this.element.removeEventListener("click", this.clicked);
    this.element.removeEventListener("keydown", this.pressed);
    this.element.removeEventListener("input", this.typed);
    this.element.removeEventListener("turbo:submit-end", this.saved);
  }

  close(): void {
    this.element.querySelector("form")?.reset();
    this.keep("");
    if (!this.inPlace) return;
    this.inPlace.open = false;
    const field = this.isFromField ? findField() : null;
    (field ?? this.inPlace.querySelector("summary"))?.focus();
  }

  private get inPlace(): HTMLDetailsElement | null {
    return this.element instanceof HTMLDetailsElement ? this.element : null;
  }

  // Not when the browser says that it opened, which is later: by then one may have typed.
  private readonly clicked = (event: Event): void => {
    if (!this.inPlace || !(event.target instanceof Element) || !event.target.closest("summary")) return;
    event.preventDefault();
    this.inPlace.open = !this.inPlace.open;
    if (!this.inPlace.open) return;
    this.isFromField = document.activeElement === findField();
    const { textTarget: text } = this;
    text.focus();
    text.setSelectionRange(text.value.length, text.value.length);
    this.element.closest(".message")?.scrollIntoView({ block: "nearest" });
  };

  private readonly pressed = (event: KeyboardEvent): void => {
    if (event.target === this.textTarget && sends(event, this.enterSaves)) {
      event.preventDefault();
      this.textTarget.form?.requestSubmit();
    }
    if (event.key !== "Escape" || event.isComposing || !this.inPlace?.open) return;
    event.preventDefault();
    this.close();
  };

  /** Among messages, as in the composer. The text of an invitation is a letter, as where it was written first. */
  private get enterSaves(): boolean {
    const isLetter = this.textTarget.form?.elements.namedItem("whole") !== null;
    return meta("snug-enter-sends") !== "off" && !isLetter;
  }

  // With the version it was made from, so that what changed meanwhile is not overwritten.
  private readonly typed = (): void => {
    const { value, defaultValue } = this.textTarget;
    checkLength(this.textTarget);
    this.keep(value === defaultValue ? "" : writeEdit(this.versionTarget.value, value));
  };

  private readonly saved = (event: Event): void => {
    if (isTaken(event)) this.keep("");
  };

  private keep(text: string): void {
    this.draft.text = text;
    if (text) typedHere.set(this.draftValue, text);
    else typedHere.delete(this.draftValue);
  }

  private restore(): void {
    // A page of its own has what was typed already, and the version to save it over.
    if (!this.inPlace) return;
    const kept = readEdit(typedHere.get(this.draftValue) ?? this.draft.text);
    if (!kept || kept.text === this.textTarget.defaultValue) return;
    this.versionTarget.value = kept.version;
    this.textTarget.value = kept.text;
    checkLength(this.textTarget);
    this.inPlace.open = true;
    writeOn();
  }
}
