import { Controller } from "@hotwired/stimulus";
import { owner } from "../identity";

const AHEAD = "400px";

/** A link to the next page of a list, whose content is put in place when one comes near it. */
export default class extends Controller<HTMLElement> {
  static override values = { into: String, place: { type: String, default: "end" } };

  /** The id of the list, here and in the next page. */
  declare readonly intoValue: string;
  declare readonly placeValue: "start" | "end";

  private loading = false;
  private readonly near = new IntersectionObserver(
    (entries) => {
      if (entries.some((entry) => entry.isIntersecting)) void this.load();
    },
    { rootMargin: AHEAD },
  );

  override connect(): void {
    this.near.observe(this.element);
    this.element.addEventListener("click", this.clicked);
  }

  override disconnect(): void {
    this.near.disconnect();
    this.element.removeEventListener("click", this.clicked);
  }

  private readonly clicked = (event: Event): void => {
    event.preventDefault();
    void this.load();
  };

  private async load(): Promise<void> {
    const link = this.element.querySelector("a");
    if (!link || this.loading) return;
    this.loading = true;
    link.setAttribute("aria-busy", "true");
    try {
      const response = await fetch(link.href, { headers: { Accept: "text/html", ...owner() } });
      if (response.ok) this.insert(new DOMParser().parseFromString(await response.text(), "text/html"));
    } catch {
      // The link stays: one can press it once the connection is back.
    }
    this.loading = false;
    link.removeAttribute("aria-busy");
  }

  private insert(page: Document): void {
    const list = document.getElementById(this.intoValue);
    const more = page.getElementById(this.intoValue);
    if (!list || !more || !this.element.isConnected) return;
    const items = Array.from(more.children).filter((item) => !item.id || !document.getElementById(item.id));
    if (this.placeValue === "start") list.prepend(...items);
    else list.append(...items);
    list.dispatchEvent(new CustomEvent("pager:inserted", { bubbles: true }));
    const next = page.querySelector(`[data-pager-into-value="${CSS.escape(this.intoValue)}"]`);
    if (next) this.element.replaceWith(next);
    else this.element.remove();
  }
}
