import { Controller } from "@hotwired/stimulus";

/** Copies a text that is shown once. */
export default class extends Controller<HTMLElement> {
  static override targets = ["text", "button"];

  declare readonly textTarget: HTMLElement;
  declare readonly buttonTarget: HTMLElement;

  async copy(): Promise<void> {
    await navigator.clipboard.writeText(this.textTarget.textContent ?? "");
    this.buttonTarget.textContent = this.buttonTarget.dataset["copied"] ?? "";
  }
}
