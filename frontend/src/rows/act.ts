// What a key does to the conversation whose row has the focus, or else to the one that is open.

/** Whether there was something to do: a row says where each key posts to, as data-key-e="/…/archive". */
export function act(event: KeyboardEvent): boolean {
  const list = event.target instanceof Element ? event.target.closest(".list") : null;
  const focused = event.target instanceof Element ? event.target.closest<HTMLElement>(".row") : null;
  const row = focused ?? list?.querySelector('.row-link[aria-current="page"]')?.closest<HTMLElement>(".row");
  const path = /^[a-z]$/.test(event.key) ? row?.getAttribute(`data-key-${event.key}`) : null;
  const form = document.querySelector<HTMLFormElement>("#row-action");
  if (!path || !form) return false;
  form.action = path;
  form.requestSubmit();
  return true;
}
