// The title of the tab: "(3) Ana Ruiz · Riverside".

let unread = 0;

/** A number as a badge shows it: the server counts to 100, which stands for more. */
export const badge = (count: number): string => (count < 100 ? String(count) : "99+");

const bare = (): string => document.title.replace(/^\(\d+\+?\) /, "");
const show = (title: string): void => {
  const counted = unread > 0 ? `(${badge(unread)}) ${title}` : title;
  if (document.title !== counted) document.title = counted;
};

/** Keeps the number where it is, whoever writes the title: a page, a pane, Turbo. */
export function keepCountInTitle(): void {
  // On the page of the bell itself there is no menu that counts.
  document.addEventListener("turbo:load", () => {
    const count = document.querySelector<HTMLElement>(".bell[data-unread]")?.dataset["unread"];
    if (count !== undefined) countInTitle(Number(count));
  });
  new MutationObserver(() => show(bare())).observe(document.head, { childList: true, subtree: true, characterData: true });
}

export function countInTitle(count: number): void {
  unread = count;
  show(bare());
}

/** Names what is open now, and keeps the community's name behind it. */
export function nameInTitle(name: string): void {
  const [, community] = bare().split(/ · (?!.* · )/);
  show(community ? `${name} · ${community}` : name);
}
