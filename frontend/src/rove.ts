// Many things that are one stop for Tab, with the arrows to go through them.

/** Leaves one of these in the order of Tab. */
export function rove(items: HTMLElement[], stop: HTMLElement | undefined): void {
  for (const item of items) item.tabIndex = item === stop ? 0 : -1;
}

/** Where a key leads from one of these; null where it leads nowhere. */
export function step(event: KeyboardEvent, items: HTMLElement[], from: number): HTMLElement | null {
  if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey || event.isComposing) return null;
  switch (event.key) {
    case "ArrowDown":
      return items[Math.min(from + 1, items.length - 1)] ?? null;
    case "ArrowUp":
      return items[Math.max(from - 1, 0)] ?? null;
    case "Home":
      return items[0] ?? null;
    case "End":
      return items.at(-1) ?? null;
    default:
      return null;
  }
}

/** Goes to where a key leads, and shows it. */
export function go(event: KeyboardEvent, to: HTMLElement): void {
  event.preventDefault();
  to.focus({ preventScroll: true });
  to.scrollIntoView({ block: "nearest" });
}
