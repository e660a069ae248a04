// What one tab hears. All tabs of a browser share one event stream: the tab that holds the lock
// reads it and tells the others; when it closes, the lock and the reading pass to another.
import type { LiveEvent } from "./events";
import { Recent } from "./recent";
import { Source } from "./source";

/** Said between tabs. */
type Said =
  | { kind: "event"; event: LiveEvent }
  | { kind: "connected"; connected: boolean }
  | { kind: "joined"; since: number }
  | { kind: "behind"; before: number };

export interface Page {
  /** Shows an event. `leads` is true in one tab only. */
  show(event: LiveEvent, leads: boolean): void;
  connected(connected: boolean): void;
}

export class Session {
  private readonly recent: Recent;
  private readonly ended = new AbortController();
  private channel: BroadcastChannel;
  private source: Source | null = null;
  private release: (() => void) | null = null;
  private connected = true;

  constructor(
    readonly person: string,
    private heardUpTo: number,
    private readonly page: Page,
  ) {
    this.recent = new Recent(heardUpTo);
    this.channel = new BroadcastChannel(`snug-live-${person}`);
    this.channel.onmessage = (message: MessageEvent<Said>) => this.told(message.data);
    this.say({ kind: "joined", since: heardUpTo });
    this.waitToLead();
  }

  /** The last change number this tab has heard of. */
  get position(): number {
    return this.heardUpTo;
  }

  /** Brings a page up to date that was made at this change number. */
  arrived(change: number): void {
    const missed = this.recent.since(change);
    if (missed) for (const event of missed) this.page.show(event, false);
    this.page.connected(this.connected);
  }

  stop(): void {
    this.ended.abort();
    this.source?.stop();
    this.source = null;
    this.release?.();
    this.channel.close();
  }

  private waitToLead(): void {
    // Without a secure context there are no locks: then each tab reads for itself.
    if (!navigator.locks) return this.lead();
    const held = () =>
      new Promise<void>((release) => {
        this.release = release;
        this.lead();
      });
    navigator.locks.request(`snug-live-${this.person}`, { signal: this.ended.signal }, held).catch(() => {});
  }

  private lead(): void {
    if (this.ended.signal.aborted) return;
    this.source = new Source({
      person: this.person,
      since: () => this.heardUpTo,
      heard: (event) => {
        this.say({ kind: "event", event });
        this.hear(event, true);
      },
      connected: (connected) => {
        if (connected !== this.connected) this.say({ kind: "connected", connected });
        this.setConnected(connected);
      },
    });
    this.source.start();
  }

  private hear(event: LiveEvent, leads: boolean): void {
    if (event.kind === "change") {
      if (event.id <= this.heardUpTo) return;
      this.heardUpTo = event.id;
      this.recent.add(event);
    } else if (event.kind === "reload") {
      this.heardUpTo = Math.max(this.heardUpTo, event.id);
      this.recent.reset(this.heardUpTo);
    }
    this.page.show(event, leads);
  }

  private told(said: Said): void {
    switch (said.kind) {
      case "event":
        return this.hear(said.event, false);
      case "connected":
        return this.setConnected(said.connected);
      case "joined":
        return this.welcome(said.since);
      case "behind":
        if (this.heardUpTo < said.before) this.hear({ kind: "reload", id: said.before }, false);
    }
  }

  /** Tells a tab that just opened what it missed between its page and its first listening. */
  private welcome(since: number): void {
    if (!this.source) return;
    this.say({ kind: "connected", connected: this.connected });
    const missed = this.recent.since(since);
    if (missed) for (const event of missed) this.say({ kind: "event", event });
    else this.say({ kind: "behind", before: this.heardUpTo });
  }

  private setConnected(connected: boolean): void {
    this.connected = connected;
    this.page.connected(connected);
  }

  private say(said: Said): void {
    this.channel.postMessage(said);
  }
}
