import { Controller } from "@hotwired/stimulus";

const READ_IN_MS = 7_000;

/** What was just done: said for a while, where it would lie over the page. */
export default class extends Controller<HTMLElement> {
  private timer: number | undefined;

  override connect(): void {
    if (document.body.matches(".page-full")) this.timer = window.setTimeout(() => this.element.remove(), READ_IN_MS);
  }

  override disconnect(): void {
    window.clearTimeout(this.timer);
  }
}
