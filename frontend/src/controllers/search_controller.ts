import { Controller } from "@hotwired/stimulus";
import { holdKeys, releaseKeys } from "../keys";

const PAUSE_MS = 250;

/** A search that goes on while one types. */
export default class extends Controller<HTMLFormElement> {
  static override values = { choose: Boolean };

  /** Whether Enter takes the first that is found. */
  declare readonly chooseValue: boolean;

  private timer: number | undefined;
  private isChosen = false;

  override connect(): void {
    document.addEventListener("turbo:frame-load", this.found);
  }

  override disconnect(): void {
    document.removeEventListener("turbo:frame-load", this.found);
    window.clearTimeout(this.timer);
  }

  later(): void {
    this.isChosen = false;
    window.clearTimeout(this.timer);
    this.timer = window.setTimeout(() => this.element.requestSubmit(), PAUSE_MS);
  }

  /** The first that is found for what stands in the field now, not for what stood there before. */
  choose(event: KeyboardEvent): void {
    if (!this.chooseValue || event.isComposing || event.keyCode === 229) return;
    event.preventDefault();
    if (!new FormData(this.element).get("q")?.toString().trim()) return;
    window.clearTimeout(this.timer);
    this.isChosen = true;
    holdKeys();
    this.element.requestSubmit();
  }

  private readonly found = (event: Event): void => {
    if (!this.isChosen || !(event.target instanceof Element) || event.target.id !== "found") return;
    this.isChosen = false;
    const first = event.target.querySelector<HTMLElement>("a");
    if (first) first.click();
    else releaseKeys();
  };

  /** From the field into what was found. */
  enter(): void {
    document.querySelector<HTMLElement>("#found a")?.focus();
  }
}
