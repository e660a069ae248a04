import { Controller } from "@hotwired/stimulus";

const PAUSE_MS = 250;

/** A search that goes on while one types. */
export default class extends Controller<HTMLFormElement> {
  private timer: number | undefined;

  override disconnect(): void {
    window.clearTimeout(this.timer);
  }

  later(): void {
    window.clearTimeout(this.timer);
    this.timer = window.setTimeout(() => this.element.requestSubmit(), PAUSE_MS);
  }

  /** From the field into what was found. */
  enter(): void {
    document.querySelector<HTMLElement>("#found a")?.focus();
  }
}
