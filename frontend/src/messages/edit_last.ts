// ArrowUp where nothing is written yet: the last message one wrote, to mend it.

/** Whether there was one. */
export function editLast(): boolean {
  const edits = [...document.querySelectorAll<HTMLDetailsElement>(".message-own .message-edit:not([open])")];
  const summary = edits.at(-1)?.querySelector("summary");
  summary?.click();
  return Boolean(summary);
}
