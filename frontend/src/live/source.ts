// The event stream: opened, kept open, opened again. It resumes from what was heard last, so
// nothing is lost between two connections.
import { check } from "../identity";
import type { LiveEvent } from "./events";

const LONGEST_WAIT_MS = 30_000;
const TICK_MS = 10_000;
/** The server beats every 20 seconds; two and a half without one, and the connection is dead. */
const SILENCE_MS = 50_000;

interface Listener {
  /** Whose page it is for. */
  readonly person: string;
  since(): number;
  heard(event: LiveEvent): void;
  connected(connected: boolean): void;
}

export class Source {
  private source: EventSource | null = null;
  private retry: number | undefined;
  private ticker: number | undefined;
  private failures = 0;
  private beats = false;
  private lastSign = Date.now();
  private lastTick = Date.now();

  constructor(private readonly listener: Listener) {}

  start(): void {
    this.open();
    this.ticker = window.setInterval(this.tick, TICK_MS);
    window.addEventListener("online", this.reopen);
    window.addEventListener("offline", this.fail);
    document.addEventListener("visibilitychange", this.reopenIfSilent);
  }

  stop(): void {
    window.clearInterval(this.ticker);
    window.removeEventListener("online", this.reopen);
    window.removeEventListener("offline", this.fail);
    document.removeEventListener("visibilitychange", this.reopenIfSilent);
    this.close();
  }

  private open(): void {
    this.close();
    this.beats = false;
    const source = new EventSource(`/live?since=${this.listener.since()}&of=${this.listener.person}`);
    this.source = source;
    source.onopen = () => this.alive();
    source.onmessage = (event) => {
      this.alive();
      this.listener.heard({ kind: "change", id: Number(event.lastEventId), html: event.data });
    };
    source.addEventListener("bell", (event) => {
      this.listener.heard({ kind: "bell", ...JSON.parse(event.data) });
    });
    source.addEventListener("reload", (event) => {
      this.listener.heard({ kind: "reload", id: Number(event.lastEventId) });
    });
    source.addEventListener("beat", () => {
      this.beats = true;
      this.alive();
    });
    // Not left to the browser: it gives up for good after an HTTP error, and would ask with the
    // number it began with.
    source.onerror = () => this.fail();
  }

  private close(): void {
    window.clearTimeout(this.retry);
    this.source?.close();
    this.source = null;
  }

  private alive(): void {
    this.failures = 0;
    this.lastSign = Date.now();
    this.listener.connected(true);
  }

  private readonly fail = (): void => {
    this.close();
    // The browser does not say why: it may be that nobody is signed in any more, or somebody else.
    void check();
    this.listener.connected(false);
    const wait = Math.min(LONGEST_WAIT_MS, 500 * 2 ** this.failures++);
    this.retry = window.setTimeout(() => this.open(), wait * (0.5 + Math.random() / 2));
  };

  private readonly reopen = (): void => {
    this.failures = 0;
    this.open();
  };

  private readonly reopenIfSilent = (): void => {
    if (document.visibilityState === "visible" && Date.now() - this.lastSign > TICK_MS * 3) this.reopen();
  };

  // A device that slept finds a connection that looks open and is not.
  private readonly tick = (): void => {
    const now = Date.now();
    const slept = now - this.lastTick > TICK_MS * 2.5;
    this.lastTick = now;
    if (slept || (this.beats && now - this.lastSign > SILENCE_MS)) this.reopen();
  };
}
