import { Controller } from "@hotwired/stimulus";

/** The form that edits a message in its place. */
export default class extends Controller<HTMLDetailsElement> {
  override connect(): void {
    this.element.addEventListener("toggle", this.opened);
    this.element.addEventListener("keydown", this.escaped);
  }

  override disconnect(): void {
    this.element.removeEventListener("toggle", this.opened);
    this.element.removeEventListener("keydown", this.escaped);
  }

  close(): void {
    this.element.querySelector("form")?.reset();
    this.element.open = false;
    this.element.querySelector("summary")?.focus();
  }

  private readonly opened = (): void => {
    const text = this.element.querySelector("textarea");
    if (!this.element.open || !text) return;
    text.focus();
    this.element.closest(".message")?.scrollIntoView({ block: "nearest" });
    text.setSelectionRange(text.value.length, text.value.length);
  };

  private readonly escaped = (event: KeyboardEvent): void => {
    if (event.key === "Escape") this.close();
  };
}
