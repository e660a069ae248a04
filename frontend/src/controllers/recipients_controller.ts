import { Controller } from "@hotwired/stimulus";

const PAUSE_MS = 250;

/** Those a message goes to: found while one types, chosen by Enter, taken out again by Backspace. */
export default class extends Controller<HTMLElement & { loaded: Promise<void> }> {
  static override targets = ["field", "remove", "says"];

  declare readonly fieldTarget: HTMLInputElement;
  declare readonly removeTargets: HTMLAnchorElement[];

  private timer: number | undefined;
  private isChosen = false;
  private turns: Promise<void> = Promise.resolve();

  override connect(): void {
    this.element.addEventListener("turbo:click", this.clicked);
    this.element.addEventListener("turbo:before-frame-render", this.keepTyped);
    this.element.addEventListener("turbo:frame-load", this.loaded);
  }

  override disconnect(): void {
    window.clearTimeout(this.timer);
    this.element.removeEventListener("turbo:click", this.clicked);
    this.element.removeEventListener("turbo:before-frame-render", this.keepTyped);
    this.element.removeEventListener("turbo:frame-load", this.loaded);
  }

  /** What else the page says of those who are chosen follows them. */
  saysTargetConnected({ dataset: { heading = "", reaches = "", draft = "" } }: HTMLTemplateElement): void {
    const title = document.getElementById("conversation-title");
    if (title) title.textContent = heading;
    const hint = document.getElementById("start-reaches");
    if (hint) hint.textContent = reaches;
    this.dispatch("changed", { detail: { draft } });
  }

  later(): void {
    this.isChosen = false;
    window.clearTimeout(this.timer);
    this.timer = window.setTimeout(() => this.find(), PAUSE_MS);
  }

  key(event: KeyboardEvent): void {
    if (event.isComposing || event.keyCode === 229) return;
    const { key } = event;
    if (key === "Backspace" && !this.fieldTarget.value) this.removeLast();
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

  private removeLast(): void {
    this.inTurn(() => this.removeTargets.at(-1)?.click());
  }

  private find(): void {
    this.inTurn(() => this.fieldTarget.form?.requestSubmit());
  }

  // Those who were chosen before are there by then: else it would be about others.
  private inTurn(act: () => void): void {
    this.turns = this.turns.then(async () => {
      await this.element.loaded;
      act();
    });
  }

  // Somebody is chosen, or taken out: what is typed from now on is the next name.
  private readonly clicked = (): void => {
    window.clearTimeout(this.timer);
    this.fieldTarget.value = "";
  };

  private readonly keepTyped = (event: Event): void => {
    if (event.target !== this.element) return;
    const { newFrame } = (event as CustomEvent<{ newFrame: HTMLElement }>).detail;
    const field = newFrame.querySelector<HTMLInputElement>(`#${this.fieldTarget.id}`);
    if (field) field.value = this.fieldTarget.value;
  };

  private readonly loaded = ({ target }: Event): void => {
    if (!(target instanceof Element)) return;
    if (target.id === "found" && this.isChosen) {
      this.isChosen = false;
      this.inTurn(() => this.found?.click());
    } else if (target === this.element) {
      // Whoever went on to the message meanwhile stays there.
      if (document.activeElement === document.body) this.fieldTarget.focus();
      if (this.fieldTarget.value) this.isChosen ? this.find() : this.later();
    }
  };

  private get found(): HTMLElement | null {
    return this.element.querySelector<HTMLElement>("#found a");
  }
}
