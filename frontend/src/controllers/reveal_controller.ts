import { Controller } from "@hotwired/stimulus";

/** A password that one can look at while one types it. */
export default class extends Controller<HTMLElement> {
  static override targets = ["button"];

  declare readonly buttonTarget: HTMLButtonElement;

  override connect(): void {
    this.field?.form?.addEventListener("submit", this.hide);
  }

  override disconnect(): void {
    this.field?.form?.removeEventListener("submit", this.hide);
  }

  toggle(): void {
    this.show(this.field?.type === "password");
  }

  // Browsers keep a password only where it is one when it is sent.
  private readonly hide = (): void => this.show(false);

  private show(isShown: boolean): void {
    if (this.field) this.field.type = isShown ? "text" : "password";
    this.buttonTarget.setAttribute("aria-pressed", String(isShown));
  }

  private get field(): HTMLInputElement | null {
    return this.element.querySelector("input");
  }
}
