import { Controller } from "@hotwired/stimulus";
import { findField } from "../focus";
import { isForList } from "../keys";
import { go, rove, step } from "../rove";
import { markOpen } from "../rows/place";

/** The list of conversations: which one is open, one stop for Tab, and the arrows, j and k to go through it. */
export default class extends Controller<HTMLElement> {
  static override targets = ["rows", "row", "scroll"];

  declare readonly rowsTarget: HTMLElement;
  declare readonly rowTargets: HTMLElement[];

  /** The id of the row that Tab stops at. */
  private at = "";

  override connect(): void {
    document.addEventListener("keydown", this.move);
    this.rowsTarget.addEventListener("focusin", this.entered);
    document.addEventListener("turbo:frame-load", this.mark);
  }

  override disconnect(): void {
    document.removeEventListener("keydown", this.move);
    this.rowsTarget.removeEventListener("focusin", this.entered);
    document.removeEventListener("turbo:frame-load", this.mark);
  }

  rowTargetConnected(row: HTMLElement): void {
    markOpen(row);
    this.settle();
  }

  rowTargetDisconnected(): void {
    this.settle();
  }

  private readonly mark = (): void => {
    this.rowTargets.forEach(markOpen);
    const open = this.links.find((link) => link.hasAttribute("aria-current"));
    if (open && !this.rowsTarget.contains(document.activeElement)) this.at = open.parentElement?.id ?? "";
    this.settle();
  };

  private readonly entered = ({ target }: FocusEvent): void => {
    this.at = target instanceof Element ? (target.closest(".row")?.id ?? "") : "";
    this.settle();
  };

  private settle(): void {
    const { links } = this;
    const open = links.find((link) => link.hasAttribute("aria-current"));
    rove(links, links.find((link) => link.parentElement?.id === this.at) ?? open ?? links[0]);
  }

  private get links(): HTMLElement[] {
    return this.rowTargets.flatMap((row) => row.querySelector<HTMLElement>("a") ?? []);
  }

  private readonly move = (event: KeyboardEvent): void => {
    const { links } = this;
    const at = links.findIndex((link) => link === document.activeElement);
    const from = at >= 0 ? at : links.findIndex((link) => link.hasAttribute("aria-current"));
    const isLetter = (event.key === "j" || event.key === "k") && isForList(event);
    const isArrow = !event.defaultPrevented && event.target instanceof Node && this.rowsTarget.contains(event.target);
    if (event.key === "r" && isForList(event)) writeIn(event);
    else if (isLetter) go(event, links[event.key === "j" ? Math.min(from + 1, links.length - 1) : Math.max(from - 1, 0)] ?? this.element);
    else if (isArrow) {
      const to = step(event, links, from);
      if (to) go(event, to);
    }
  };
}

/** From the list to where one writes in the conversation that is open. */
function writeIn(event: KeyboardEvent): void {
  const field = findField();
  if (!field) return;
  event.preventDefault();
  field.focus();
}
