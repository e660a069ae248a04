import { Controller } from "@hotwired/stimulus";

/** A menu that closes on Escape, on a click beside it, and once something was chosen. */
export default class extends Controller<HTMLDetailsElement> {
  override connect(): void {
    document.addEventListener("click", this.clicked);
    document.addEventListener("focusin", this.left);
    this.element.addEventListener("keydown", this.escaped);
  }

  override disconnect(): void {
    document.removeEventListener("click", this.clicked);
    document.removeEventListener("focusin", this.left);
    this.element.removeEventListener("keydown", this.escaped);
    this.element.open = false;
  }

  private readonly clicked = (event: MouseEvent): void => {
    const target = event.target instanceof Element ? event.target : null;
    if (!target || !this.element.contains(target) || target.closest("a")) this.element.open = false;
  };

  private readonly left = (event: FocusEvent): void => {
    if (event.target instanceof Node && !this.element.contains(event.target)) this.element.open = false;
  };

  private readonly escaped = (event: KeyboardEvent): void => {
    if (event.key !== "Escape" || !this.element.open) return;
    event.preventDefault();
    this.element.open = false;
    this.element.querySelector("summary")?.focus();
  };
}
