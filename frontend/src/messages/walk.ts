// The messages are one stop for Tab. The arrows, Home and End go through them, those to the sides to
// what can be done with one, and Enter to where one writes.
import { findField } from "../focus";
import { go, rove, step } from "../rove";

const CONTROLS = "a[href], summary, button";
/** What is open in a message has an order of its own: the edit, the sheet of a menu. */
const OPEN = "details > :not(summary)";

export class Walk {
  /** The id of the message that Tab stops at. */
  private at = "";

  constructor(
    scroller: HTMLElement,
    private readonly list: HTMLElement,
  ) {
    // Its messages take the focus instead.
    scroller.tabIndex = -1;
    list.addEventListener("focusin", this.entered);
    list.addEventListener("keydown", this.pressed);
    this.settle();
  }

  stop(): void {
    this.list.removeEventListener("focusin", this.entered);
    this.list.removeEventListener("keydown", this.pressed);
  }

  /** Once more after messages came or went. */
  settle(): void {
    const { articles } = this;
    rove(articles, articles.find((article) => placeOf(article) === this.at) ?? articles.at(-1));
    for (const article of articles) {
      name(article);
      rove(controlsOf(article), undefined);
    }
  }

  private readonly entered = ({ target }: FocusEvent): void => {
    const article = target instanceof Element ? target.closest<HTMLElement>("article") : null;
    if (!article) return;
    this.at = placeOf(article);
    rove(this.articles, article);
  };

  private readonly pressed = (event: KeyboardEvent): void => {
    const { target } = event;
    if (event.defaultPrevented || !(target instanceof HTMLElement) || target.closest(OPEN)) return;
    const article = target.closest<HTMLElement>("article");
    const to = article && this.leads(event, article, target);
    if (to) go(event, to);
  };

  private leads(event: KeyboardEvent, article: HTMLElement, target: HTMLElement): HTMLElement | null {
    const { articles } = this;
    const onward = document.documentElement.dir === "rtl" ? "ArrowLeft" : "ArrowRight";
    if (["ArrowLeft", "ArrowRight"].includes(event.key) && !event.ctrlKey && !event.metaKey && !event.altKey && !event.shiftKey) {
      const inside = [article, ...controlsOf(article).filter((control) => control.checkVisibility())];
      const at = inside.indexOf(target) + (event.key === onward ? 1 : -1);
      return inside[Math.min(Math.max(at, 0), inside.length - 1)] ?? null;
    }
    if (event.key === "Enter") return target === article ? findField() : null;
    // From what can be done with a message, back to it first.
    if (event.key === "Escape") return target === article ? null : article;
    return step(event, articles, articles.indexOf(article));
  }

  private get articles(): HTMLElement[] {
    return [...this.list.querySelectorAll<HTMLElement>("article")];
  }
}

const controlsOf = (article: HTMLElement): HTMLElement[] =>
  [...article.querySelectorAll<HTMLElement>(CONTROLS)].filter((control) => !control.closest(OPEN));

const placeOf = (article: HTMLElement): string => article.closest("[id]")?.id ?? "";

/** Who said it and when is its name, what it says its description: also of one that shows neither picture nor name. */
function name(article: HTMLElement): void {
  if (article.hasAttribute("aria-labelledby")) return;
  for (const [part, attribute] of [["by", "aria-labelledby"], ["text", "aria-describedby"]] as const) {
    const element = article.querySelector<HTMLElement>(`.message-${part}`);
    if (!element) continue;
    element.id ||= `${placeOf(article)}-${part}`;
    article.setAttribute(attribute, element.id);
  }
}
