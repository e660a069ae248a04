// Puts a row where it belongs in the list that is open, newest first. Nothing moves under the
// pointer: what would move waits until it has left.

const waiting = new WeakMap<HTMLElement, Map<string, HTMLElement>>();

/** `atOnce`: it is there by one's own doing, so that nobody clicks on something else by it. */
export function placeRow(rows: HTMLElement, row: HTMLElement, atOnce = false): void {
  if (atOnce || !isHeld(rows)) {
    waiting.get(rows)?.delete(row.id);
    place(rows, row);
    return;
  }
  const held = waiting.get(rows) ?? new Map<string, HTMLElement>();
  if (held.size === 0) releaseLater(rows);
  waiting.set(rows, held.set(row.id, row));
  // What it says may change at once; only its place waits.
  document.getElementById(row.id)?.replaceWith(row.cloneNode(true));
}

/** Marks the row of the conversation that is open; each opens beside the list it is in. */
export function markOpen(row: HTMLElement): void {
  const link = row.querySelector("a");
  const show = row.parentElement?.dataset["show"];
  if (link) link.search = show && show !== "all" ? `?show=${show}` : "";
  if (link?.pathname === location.pathname) link.setAttribute("aria-current", "page");
  else link?.removeAttribute("aria-current");
}

const orderOf = (row: HTMLElement): number => Number(row.dataset["order"]);

function place(rows: HTMLElement, row: HTMLElement): void {
  const before = tops(rows);
  put(rows, row);
  glide(rows, before);
}

type Tops = Map<string, number>;

const tops = (rows: HTMLElement): Tops =>
  new Map(Array.from(rows.children, (row) => [row.id, row.getBoundingClientRect().top]));

/** Each row goes from where it was to where it is, so that one sees which moved. */
function glide(rows: HTMLElement, before: Tops): void {
  if (matchMedia("(prefers-reduced-motion: reduce)").matches) return;
  for (const row of rows.children) {
    const by = (before.get(row.id) ?? NaN) - row.getBoundingClientRect().top;
    if (by) row.animate([{ translate: `0 ${by}px` }, { translate: "none" }], { duration: 220, easing: "cubic-bezier(0.2, 0.8, 0.3, 1)" });
  }
}

function put(rows: HTMLElement, row: HTMLElement): void {
  document.getElementById(row.id)?.remove();
  const show = rows.dataset["show"] ?? "all";
  if (!row.dataset["shows"]?.split(" ").includes(show)) return;
  const after = Array.from(rows.querySelectorAll<HTMLElement>(":scope > .row")).find((other) => orderOf(other) < orderOf(row));
  if (after) after.before(row);
  // Older than all that is shown: it comes with the next page, unless this is the last one.
  else if (!rows.parentElement?.querySelector(".pager")) rows.append(row);
}

function isHeld(rows: HTMLElement): boolean {
  const pointed = matchMedia("(hover: hover)").matches && rows.matches(":hover");
  return pointed || rows.querySelector(":focus-visible") !== null;
}

function releaseLater(rows: HTMLElement): void {
  const release = (): void => {
    // Focus and pointer leave one after the other.
    requestAnimationFrame(() => {
      if (isHeld(rows)) return;
      // A list that left with its page has nothing to put in place: the new page has its own.
      if (!rows.isConnected) waiting.delete(rows);
      rows.removeEventListener("pointerleave", release);
      rows.removeEventListener("focusout", release);
      for (const row of waiting.get(rows)?.values() ?? []) place(rows, row);
      waiting.delete(rows);
    });
  };
  rows.addEventListener("pointerleave", release);
  rows.addEventListener("focusout", release);
}
