import { Controller } from "@hotwired/stimulus";
import { ringTone } from "../tone";
import { badge, countInTitle } from "../title";

/** The bell: how many are unread, and that it rings. */
export default class extends Controller<HTMLDetailsElement> {
  static override targets = ["count", "label", "menu", "said"];
  static override values = { sound: Boolean };

  declare readonly countTarget: HTMLElement;
  declare readonly labelTarget: HTMLElement;
  declare readonly menuTarget: FrameElement;
  declare readonly saidTarget: HTMLElement;
  declare readonly soundValue: boolean;

  override connect(): void {
    window.addEventListener("live:bell", this.changed);
    countInTitle(parseInt(this.countTarget.textContent ?? "", 10));
  }

  override disconnect(): void {
    window.removeEventListener("live:bell", this.changed);
  }

  /** Loads the menu anew each time it opens; the first time it does so by itself. */
  open(): void {
    if (this.element.open && this.menuTarget.hasAttribute("complete")) void this.menuTarget.reload();
  }

  private readonly changed = ({ detail }: WindowEventMap["live:bell"]): void => {
    this.countTarget.textContent = badge(detail.unread);
    this.countTarget.hidden = detail.unread === 0;
    this.labelTarget.setAttribute("aria-label", detail.text);
    countInTitle(detail.unread);
    this.open();
    if (detail.ring) this.ring(detail.text, detail.leads);
  };

  private ring(text: string, leads: boolean): void {
    this.saidTarget.textContent = text;
    this.element.classList.remove("bell-rings");
    // Read, so that the browser sees the class gone and plays the movement again.
    void this.element.offsetWidth;
    this.element.classList.add("bell-rings");
    if (this.soundValue && leads) ringTone();
  }
}
