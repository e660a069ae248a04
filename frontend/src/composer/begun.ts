// Conversations that were begun and not sent: whom to, what they are called, and the first message.
import { Draft, draftNames } from "./draft";

/** What was written. */
export interface Written {
  title: string;
  text: string;
}

/** The name of such a draft begins so; those it is to come behind it (`Recipients::draft`). */
const BEGUN = "to-";
// No handle has a slash.
const TITLE = "/title";

/** The draft of its title, beside that of its text. */
export const titleOf = (name: string): Draft => new Draft(`${name}${TITLE}`);

/** The names of all of them. */
export const listBegun = (): string[] => {
  const names = draftNames(BEGUN).map((name) => (name.endsWith(TITLE) ? name.slice(0, -TITLE.length) : name));
  return [...new Set(names)].sort();
};

/** Those it is to. */
export const handlesOf = (name: string): string[] => name.slice(BEGUN.length).split("+").filter(Boolean);

/** Where one goes on with it. */
export function pathOf(name: string): string {
  const handles = handlesOf(name);
  const to = handles.length > 0 ? handles : [""];
  return `/conversations/new?${new URLSearchParams(to.map((handle) => ["to", handle]))}`;
}

export const readBegun = (name: string): Written => ({ title: titleOf(name).text, text: new Draft(name).text });

export function writeBegun(name: string, { title, text }: Written): void {
  new Draft(name).text = text;
  titleOf(name).text = title;
}
