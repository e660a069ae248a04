// What the server says on its event stream.

/** A change of the page, numbered; the HTML is <turbo-stream> elements. */
export interface Change {
  kind: "change";
  id: number;
  html: string;
}

/** How many conversations are unread, and whether the bell rings for it. */
export interface Bell {
  kind: "bell";
  unread: number;
  ring: boolean;
  text: string;
}

/** Too much was missed to be told one by one: load the page anew. */
export interface Reload {
  kind: "reload";
  id: number;
}

export type LiveEvent = Change | Bell | Reload;
