import { Controller } from "@hotwired/stimulus";

const PATIENCE_MS = 2_000;

/** The thin bar that says the connection is lost, and goes by itself. */
export default class extends Controller<HTMLElement> {
  private timer: number | undefined;

  override connect(): void {
    window.addEventListener("live:connected", this.changed);
  }

  override disconnect(): void {
    window.removeEventListener("live:connected", this.changed);
    window.clearTimeout(this.timer);
  }

  private readonly changed = ({ detail }: WindowEventMap["live:connected"]): void => {
    if (detail) {
      window.clearTimeout(this.timer);
      this.timer = undefined;
      this.element.hidden = true;
    } else {
      this.timer ??= window.setTimeout(() => (this.element.hidden = false), PATIENCE_MS);
    }
  };
}
