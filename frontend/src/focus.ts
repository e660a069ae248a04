// Where the focus goes when the page changes under it: never to the page's body, which would leave
// keyboard and screen reader at the beginning. What an action brought (a new key, a wrong field, the
// word "saved") comes first; then where one writes; then the place where one was.
import { say } from "./said";

/** What an action brought, that has to be seen. */
const RESULT = '[aria-invalid="true"], .alert:not([hidden]), .new-token, .saved[data-fresh]';
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
  /** The page it is on. */
  path: string;
}

let last: Place | null = null;
/** The page that is shown: while another is on its way, the address is that one's already. */
let shown = location.pathname;
let isRendering = false;
/** The row of the conversation that an action gives back, by the button *Undo*. */
let givenBack: string | null = null;
/** Where one was on the page before this one. */
let before: Place | null = null;
let scrolled: { path: string; top: number; id: string } | null = null;
let isFirst = true;
/** What was arrived at: events say so more than once, and one may have gone on by then. */
let arrivedAt: Element | null = null;

export function keepFocus(): void {
  document.addEventListener("focusin", remember);
  document.addEventListener("focusout", remember);
  document.addEventListener("selectionchange", () => {
    const at = document.activeElement;
    if (last && last.element === at && at instanceof HTMLTextAreaElement) last.selection = [at.selectionStart, at.selectionEnd];
  });
  document.addEventListener("turbo:click", () => (scrolled = null));
  document.addEventListener("turbo:submit-start", (event) => {
    keepScroll();
    givenBack = rowGivenBack(event.target);
  });
  document.addEventListener("turbo:submit-end", () => queueMicrotask(giveBack));
  // Whoever goes on meanwhile is left alone.
  for (const sign of ["keydown", "pointerdown"]) document.addEventListener(sign, () => (givenBack = before = null), { capture: true });
  document.addEventListener("turbo:before-render", () => {
    isRendering = true;
    before = last;
  });
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
    path: shown,
  };
}

/** A page came, or another conversation. */
function arrive(): void {
  shown = location.pathname;
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
  if (writeOn()) return;
  const field = findField();
  // In a window too low for it, it is scrolled to.
  if (field && mayWriteAtOnce()) {
    sayWhy();
    return focusOn(field, true);
  }
  if (!isNowhere() && document.activeElement?.matches("[autofocus]")) return;
  if (focusGivenBack()) return;
  const list = document.querySelector<HTMLElement>(".list");
  const isListOnly = list?.checkVisibility() && !document.querySelector(".pane-open");
  if (list && isListOnly && mayWriteAtOnce()) return focusRow(list);
  // Who comes from elsewhere begins at the beginning.
  if (wasFirst && !document.referrer.startsWith(location.origin)) return;
  // The answer to a form may have another address, and the place where it was sent.
  if (scrolled && !document.querySelector(".pane-open") && focusPlace()) return;
  focusHeading();
}

/** What explains why one is here stands above the field, where nobody who listens would come past. */
function sayWhy(): void {
  const why = document.querySelector('.reason[role="status"]')?.textContent;
  if (why) say(why);
}

/** Back into the text one was writing when this page was loaded anew, where one was in it. */
export function writeOn(): boolean {
  const text = before?.path === location.pathname ? document.getElementById(before.element.id) : null;
  if (!before?.selection || !(text instanceof HTMLTextAreaElement) || !text.checkVisibility()) return false;
  const { selection } = before;
  focusOn(text);
  text.setSelectionRange(...selection);
  return true;
}

/** What had the focus fell away, or was hidden. */
function catchFall(): void {
  if (isRendering || focusGivenBack() || !last || !isNowhere() || document.querySelector("dialog[open]")) return;
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
  const list = document.querySelector<HTMLElement>(".list");
  // A row that left the list: the next one.
  if (last.row >= 0 && list?.checkVisibility() && !document.getElementById(ids[0] ?? "")) return focusRow(list);
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

/** The id of the row that is put back into the list by this form. */
function rowGivenBack(form: EventTarget | null): string | null {
  if (!(form instanceof HTMLFormElement)) return null;
  const [, id] = /^\/conversations\/([0-9a-f-]+)\/put-back\//.exec(new URL(form.action).pathname) ?? [];
  return id ? `conversation-row-${id}` : null;
}

function focusGivenBack(): boolean {
  const row = document.getElementById(givenBack ?? "");
  if (!row?.checkVisibility()) return false;
  givenBack = null;
  focusOn(row, true);
  return true;
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
