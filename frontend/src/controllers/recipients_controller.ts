import { Controller } from "@hotwired/stimulus";

const PAUSE_MS = 250;

/** Those a message goes to: found while one types, chosen by Enter, taken out again by Backspace. */
export default class extends Controller<HTMLElement> {
  static override targets = ["field", "remove"];

  declare readonly fieldTarget: HTMLInputElement;
  declare readonly removeTargets: HTMLAnchorElement[];

  private timer: number | undefined;
  private isChosen = false;

  override connect(): void {
    this.element.addEventListener("turbo:frame-load", this.loaded);
    this.element.addEventListener("turbo:click", this.chosen);
  }

  override disconnect(): void {
    window.clearTimeout(this.timer);
    this.element.removeEventListener("turbo:frame-load", this.loaded);
    this.element.removeEventListener("turbo:click", this.chosen);
  }

  later(): void {
    this.isChosen = false;
    window.clearTimeout(this.timer);
    this.timer = window.setTimeout(() => this.find(), PAUSE_MS);
  }

  key(event: KeyboardEvent): void {
    if (event.isComposing || event.keyCode === 229) return;
    const { key } = event;
    if (key === "Backspace" && !this.fieldTarget.value) this.removeTargets.at(-1)?.click();
    else if (key === "ArrowDown") this.found?.focus();
    else if (key === "Enter" || (key === "," && this.fieldTarget.value.trim())) this.choose();
    else return;
    event.preventDefault();
  }

  /** The first that is found for what stands in the field now, not for what stood there before. */
  private choose(): void {
    if (!this.fieldTarget.value.trim()) return;
    window.clearTimeout(this.timer);
    this.isChosen = true;
    this.find();
  }

  private find(): void {
    this.fieldTarget.form?.requestSubmit();
  }

  private readonly loaded = ({ target }: Event): void => {
    if (!(target instanceof Element)) return;
    if (target.id === "found" && this.isChosen) {
      this.isChosen = false;
      this.found?.click();
    } else if (target === this.element) this.fieldTarget.focus();
  };

  private readonly chosen = (): void => window.clearTimeout(this.timer);

  private get found(): HTMLElement | null {
    return this.element.querySelector<HTMLElement>("#found a");
  }
}
