// Where the focus goes when the page changes under it: never to the page's body, which would leave
// keyboard and screen reader at the beginning. What an action brought (a new key, a wrong field, the
// word "saved") comes first; then where one writes; then the place where one was.

/** What an action brought, that has to be seen. */
const RESULT = '[aria-invalid="true"], .alert, .new-token, .saved[data-fresh]';
/** Where the place is kept while the browser loads a page. */
const KEPT = "snug-place";
/** Where one writes; at most one of them is on a page. */
const FIELD = "[data-typed-into]";

interface Place {
  element: HTMLElement;
  /** The ids around it, from the nearest. */
  ids: string[];
  /** Among the rows of the list, or -1. */
  row: number;
  isInList: boolean;
  selection: [number, number] | null;
}

let last: Place | null = null;
let isRendering = false;
let scrolled: { path: string; top: number; id: string } | null = null;
let isFirst = true;
/** What was arrived at: events say so more than once, and one may have gone on by then. */
let arrivedAt: Element | null = null;

export function keepFocus(): void {
  document.addEventListener("focusin", remember);
  document.addEventListener("focusout", remember);
  document.addEventListener("turbo:click", () => (scrolled = null));
  document.addEventListener("turbo:submit-start", keepScroll);
  document.addEventListener("turbo:submit-end", () => queueMicrotask(giveBack));
  document.addEventListener("turbo:before-render", () => (isRendering = true));
  document.addEventListener("turbo:render", () => {
    isRendering = false;
    arrive();
  });
  document.addEventListener("turbo:load", arrive);
  document.addEventListener("turbo:frame-load", (event) => {
    if (event.target instanceof HTMLElement && event.target.id === "pane") arrive();
  });
  // Of what falls away while the page stays, browsers tell nobody.
  new MutationObserver(() => queueMicrotask(catchFall)).observe(document.documentElement, {
    childList: true,
    subtree: true,
    attributes: true,
    attributeFilter: ["hidden", "open"],
  });
}

/** The next page at this address is shown as far down as this one is now. */
export function keepScroll(): void {
  scrolled = { path: location.pathname, top: window.scrollY, id: document.activeElement?.id ?? "" };
}

/** The same where the browser loads the whole page anew; the focus stays where it is, too. */
export function keepPlace(): void {
  keepScroll();
  sessionStorage.setItem(KEPT, JSON.stringify(scrolled));
}

/** Where one writes, if that is on the page. */
export function findField(): HTMLInputElement | HTMLTextAreaElement | null {
  const fields = [...document.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>(FIELD)];
  return fields.find((field) => field.checkVisibility()) ?? null;
}

/** The row of the conversation that is open, else the list. */
export function focusList(): void {
  const list = document.querySelector<HTMLElement>(".list");
  const row = list?.querySelector<HTMLElement>('.row-link[aria-current="page"]');
  if (list?.checkVisibility()) focusOn(row ?? list);
}

// A touch keyboard covers half the page: it comes when one asks for it.
const mayWriteAtOnce = (): boolean => !matchMedia("(pointer: coarse)").matches;

const isNowhere = (): boolean => !document.activeElement || document.activeElement === document.body;

function remember({ target }: FocusEvent): void {
  if (!(target instanceof HTMLElement) || target === document.body || !target.isConnected) return;
  const ids: string[] = [];
  for (let at: HTMLElement | null = target; at; at = at.parentElement) if (at.id) ids.push(at.id);
  const row = target.closest<HTMLElement>(".row");
  const isText = target instanceof HTMLTextAreaElement;
  last = {
    element: target,
    ids,
    row: row ? [...(row.parentElement?.children ?? [])].indexOf(row) : -1,
    isInList: target.closest(".list") !== null,
    selection: isText ? [target.selectionStart, target.selectionEnd] : null,
  };
}

/** A page came, or another conversation. */
function arrive(): void {
  const wasFirst = isFirst;
  isFirst = false;
  const kept = sessionStorage.getItem(KEPT);
  sessionStorage.removeItem(KEPT);
  if (wasFirst && kept) scrolled = JSON.parse(kept);
  const top = scrolled?.path === location.pathname ? scrolled.top : null;
  const result = document.querySelector<HTMLElement>(RESULT);
  const settle = () => {
    if (top !== null) window.scrollTo(0, top);
    result?.scrollIntoView({ block: "nearest" });
  };
  settle();
  // Once more before it is painted: Turbo goes to the top after it has said that it is done.
  if (top !== null || result) requestAnimationFrame(settle);
  const here = document.querySelector(".pane-open") ?? document.querySelector("main");
  if (here === arrivedAt) return;
  arrivedAt = here;
  const place = wasFirst && top !== null ? document.getElementById(scrolled?.id ?? "") : null;
  if (place) return focusOn(place);
  if (result) return focusOn(result, true);
  const named = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  if (named) return focusOn(named, true);
  const field = findField();
  if (field && mayWriteAtOnce()) return focusOn(field);
  if (!isNowhere() && document.activeElement?.matches("[autofocus]")) return;
  const list = document.querySelector<HTMLElement>(".list");
  const isListOnly = list?.checkVisibility() && !document.querySelector(".pane-open");
  if (list && isListOnly && mayWriteAtOnce()) return focusRow(list);
  // Who comes from elsewhere begins at the beginning.
  if (wasFirst && !document.referrer.startsWith(location.origin)) return;
  // The answer to a form may have another address, and the place where it was sent.
  if (scrolled && !document.querySelector(".pane-open") && focusPlace()) return;
  focusHeading();
}

/** What had the focus fell away, or was hidden. */
function catchFall(): void {
  if (isRendering || !last || !isNowhere() || document.querySelector("dialog[open]")) return;
  // Whoever clicked beside everything wants the focus nowhere.
  if (last.element.isConnected && last.element.checkVisibility()) return;
  const { element, ids, isInList, selection } = last;
  const again = element.id ? document.getElementById(element.id) : null;
  if (again?.checkVisibility()) {
    focusOn(again);
    if (selection && again instanceof HTMLTextAreaElement) again.setSelectionRange(...selection);
    return;
  }
  const field = findField();
  if (!isInList && field && mayWriteAtOnce() && (ids.includes("main") || ids.includes("notices"))) return focusOn(field);
  if (!focusPlace()) focusHeading();
}

/** A button is switched off while its form is on the way, and loses the focus by that. */
function giveBack(): void {
  if (isNowhere() && last?.element.isConnected && last.element.checkVisibility()) last.element.focus({ preventScroll: true });
  else catchFall();
}

/** The nearest thing around where one was that is still there. */
function focusPlace(): boolean {
  for (const id of last?.ids ?? []) {
    const place = document.getElementById(id);
    if (!place?.checkVisibility() || ["main", "pane", "notices"].includes(id)) continue;
    focusOn(place, true);
    return true;
  }
  return false;
}

function focusRow(list: HTMLElement): void {
  const rows = [...list.querySelectorAll<HTMLElement>(".row-link")];
  const row = last?.isInList ? rows.at(Math.min(Math.max(last.row, 0), rows.length - 1)) : null;
  focusOn(row ?? list);
}

function focusHeading(): void {
  const heading = document.querySelector<HTMLElement>("main h1");
  focusOn(heading?.checkVisibility() ? heading : (document.querySelector<HTMLElement>("main") ?? document.body));
}

function focusOn(element: HTMLElement, isShown = false): void {
  const target = element.matches(".row") ? (element.querySelector<HTMLElement>("a") ?? element) : element;
  if (target.tabIndex < 0 && !target.hasAttribute("tabindex")) target.tabIndex = -1;
  if (document.activeElement !== target) target.focus({ preventScroll: true });
  if (isShown) target.scrollIntoView({ block: "nearest" });
}
