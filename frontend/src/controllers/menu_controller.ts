import { Controller } from "@hotwired/stimulus";
import { go, step } from "../rove";

/** A menu with arrows to go through it, that closes on Escape, on a click beside it, and once something was chosen. */
export default class extends Controller<HTMLDetailsElement> {
  override connect(): void {
    document.addEventListener("click", this.clicked);
    document.addEventListener("focusin", this.left);
    this.element.addEventListener("keydown", this.pressed);
  }

  override disconnect(): void {
    document.removeEventListener("click", this.clicked);
    document.removeEventListener("focusin", this.left);
    this.element.removeEventListener("keydown", this.pressed);
    this.element.open = false;
  }

  private readonly clicked = (event: MouseEvent): void => {
    const target = event.target instanceof Element ? event.target : null;
    if (!target || !this.element.contains(target) || target.closest("a")) this.element.open = false;
  };

  private readonly left = (event: FocusEvent): void => {
    if (event.target instanceof Node && !this.element.contains(event.target)) this.element.open = false;
  };

  private readonly pressed = (event: KeyboardEvent): void => {
    if (event.defaultPrevented) return;
    if (event.key === "Escape" && this.element.open) return this.close(event);
    const at = this.items.findIndex((item) => item === document.activeElement);
    // From the button that opens it, the arrows do so; the other keys are the page's.
    const isClosed = at < 0 && !["ArrowDown", "ArrowUp"].includes(event.key);
    if (isClosed || (event.target instanceof Element && event.target.closest("input, textarea"))) return;
    if (at < 0) this.element.open = true;
    const { items } = this;
    const to = at < 0 && event.key === "ArrowUp" ? (items.at(-1) ?? null) : step(event, items, at);
    if (to) go(event, to);
    else if (at < 0) event.preventDefault();
  };

  private close(event: KeyboardEvent): void {
    event.preventDefault();
    this.element.open = false;
    this.element.querySelector("summary")?.focus();
  }

  private get items(): HTMLElement[] {
    const items = this.element.querySelectorAll<HTMLElement>(":scope > :not(summary) :is(a, button)");
    return [...items].filter((item) => item.checkVisibility());
  }
}
