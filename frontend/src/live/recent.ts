// The changes heard lately, to bring a page up to date that was made a little earlier.
import type { Change } from "./events";

const MOST = 300;

export class Recent {
  private changes: Change[] = [];

  /** Complete from this change number on. */
  constructor(private from: number) {}

  add(change: Change): void {
    this.changes.push(change);
    while (this.changes.length > MOST) this.from = this.changes.shift()?.id ?? this.from;
  }

  /** Starts over from this change number. */
  reset(from: number): void {
    this.changes = [];
    this.from = from;
  }

  /** What came after this change number; null when that is no longer known. */
  since(id: number): Change[] | null {
    return id < this.from ? null : this.changes.filter((change) => change.id > id);
  }
}
