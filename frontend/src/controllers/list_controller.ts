import { Controller } from "@hotwired/stimulus";
import { isForList } from "../keys";
import { markOpen } from "../rows/place";

/** The list of conversations: which one is open, and j and k to go through it. */
export default class extends Controller<HTMLElement> {
  static override targets = ["rows", "row", "scroll"];

  declare readonly rowsTarget: HTMLElement;
  declare readonly rowTargets: HTMLElement[];

  override connect(): void {
    document.addEventListener("keydown", this.move);
    document.addEventListener("turbo:frame-load", this.mark);
  }

  override disconnect(): void {
    document.removeEventListener("keydown", this.move);
    document.removeEventListener("turbo:frame-load", this.mark);
  }

  rowTargetConnected(row: HTMLElement): void {
    markOpen(row);
  }

  private readonly mark = (): void => this.rowTargets.forEach(markOpen);

  private readonly move = (event: KeyboardEvent): void => {
    if ((event.key !== "j" && event.key !== "k") || !isForList(event)) return;
    event.preventDefault();
    const links = Array.from(this.rowsTarget.querySelectorAll("a"));
    const at = links.findIndex((link) => link === document.activeElement);
    const from = at >= 0 ? at : links.findIndex((link) => link.hasAttribute("aria-current"));
    links.at(event.key === "j" ? Math.min(from + 1, links.length - 1) : Math.max(from - 1, 0))?.focus();
  };
}
