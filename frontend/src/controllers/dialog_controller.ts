import { Controller } from "@hotwired/stimulus";

/** A dialog that closes when one clicks beside it; Escape the browser does. */
export default class extends Controller<HTMLDialogElement> {
  override connect(): void {
    this.element.addEventListener("click", this.closeBeside);
  }

  override disconnect(): void {
    this.element.removeEventListener("click", this.closeBeside);
    if (this.element.open) this.element.close();
  }

  private readonly closeBeside = (event: MouseEvent): void => {
    if (event.target === this.element) this.element.close();
  };
}
