// The title of the tab: "(3) Ana Ruiz · Riverside".

let unread = 0;

/** A number as a badge shows it: the server counts to 100, which stands for more. */
export const badge = (count: number): string => (count < 100 ? String(count) : "99+");

const bare = (): string => document.title.replace(/^\(\d+\+?\) /, "");
const show = (title: string): void => {
  document.title = unread > 0 ? `(${badge(unread)}) ${title}` : title;
};

export function countInTitle(count: number): void {
  unread = count;
  show(bare());
}

/** Names what is open now, and keeps the community's name behind it. */
export function nameInTitle(name: string): void {
  const [, community] = bare().split(/ · (?!.* · )/);
  show(community ? `${name} · ${community}` : name);
}
