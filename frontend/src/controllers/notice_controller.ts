import { Controller } from "@hotwired/stimulus";
import { say } from "../said";

const SHOWN_MS = 4_000;
/** Long enough to read it, to find the button and to decide (WCAG 2.2.1); it waits while one is at it. */
const SHOWN_WITH_UNDO_MS = 10_000;
const STAY = ["pointerenter", "focusin"];
const LEAVE = ["pointerleave", "focusout"];

/** What was just done, at the foot of the page, for a while: with the button that undoes it. */
export default class extends Controller<HTMLElement> {
  static override targets = ["text"];

  declare readonly textTarget: HTMLElement;

  private timer: number | undefined;

  override connect(): void {
    say(this.textTarget.textContent ?? "");
    for (const event of STAY) this.element.addEventListener(event, this.stay);
    for (const event of LEAVE) this.element.addEventListener(event, this.leave);
    document.addEventListener("visibilitychange", this.leave);
    this.leave();
  }

  override disconnect(): void {
    for (const event of STAY) this.element.removeEventListener(event, this.stay);
    for (const event of LEAVE) this.element.removeEventListener(event, this.leave);
    document.removeEventListener("visibilitychange", this.leave);
    this.stay();
  }

  private readonly stay = (): void => window.clearTimeout(this.timer);

  private readonly leave = (): void => {
    this.stay();
    const isUsed = this.element.matches(":hover, :focus-within") || document.visibilityState === "hidden";
    const shown = this.element.querySelector("form") ? SHOWN_WITH_UNDO_MS : SHOWN_MS;
    if (!isUsed) this.timer = window.setTimeout(() => this.element.remove(), shown);
  };
}
