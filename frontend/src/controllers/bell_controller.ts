import { Controller } from "@hotwired/stimulus";
import { ringTone } from "../tone";
import { badge, countInTitle } from "../title";

/** Until the page has told that what rang was read on it. */
const SAY_AFTER_MS = 1_500;

/** The bell: how many are unread, and that it rings. */
export default class extends Controller<HTMLDetailsElement> {
  static override targets = ["count", "label", "menu", "said"];
  static override values = { sound: Boolean };

  declare readonly countTarget: HTMLElement;
  declare readonly labelTarget: HTMLElement;
  declare readonly menuTarget: FrameElement;
  declare readonly saidTarget: HTMLElement;
  declare readonly soundValue: boolean;

  private unread = 0;
  /** How many there were when it rang first of what is not said yet. */
  private before: number | null = null;
  /** Whether something was read since. */
  private isRead = false;
  private timer: number | undefined;

  override connect(): void {
    window.addEventListener("live:bell", this.changed);
    this.unread = parseInt(this.countTarget.textContent ?? "", 10);
    countInTitle(this.unread);
  }

  override disconnect(): void {
    window.removeEventListener("live:bell", this.changed);
    window.clearTimeout(this.timer);
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
    if (detail.ring) this.ring(detail.leads);
    this.isRead ||= detail.unread < this.unread;
    this.unread = detail.unread;
  };

  private ring(leads: boolean): void {
    if (this.before === null) this.isRead = false;
    this.before ??= this.unread;
    window.clearTimeout(this.timer);
    this.timer = window.setTimeout(() => this.say(), SAY_AFTER_MS);
    this.element.classList.remove("bell-rings");
    // Read, so that the browser sees the class gone and plays the movement again.
    void this.element.offsetWidth;
    this.element.classList.add("bell-rings");
    if (this.soundValue && leads) ringTone();
  }

  // The conversation that one is reading says by itself what arrives.
  private say(): void {
    const isNews = !this.isRead || this.unread > (this.before ?? 0);
    this.before = null;
    if (isNews) this.saidTarget.textContent = this.labelTarget.getAttribute("aria-label");
  }
}
