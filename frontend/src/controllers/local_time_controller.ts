import { Controller } from "@hotwired/stimulus";
import { formatClock, formatDate, formatLong, formatShort } from "../times";

const FORMATS: Record<string, (at: Date) => string> = {
  clock: formatClock,
  day: formatDate,
  long: formatLong,
  short: formatShort,
};

/** A time in the reader's zone and language; the server wrote it in UTC. */
export default class extends Controller<HTMLTimeElement> {
  static override values = { style: { type: String, default: "long" } };

  declare readonly styleValue: string;

  override connect(): void {
    const at = new Date(this.element.dateTime);
    this.element.textContent = (FORMATS[this.styleValue] ?? formatLong)(at);
    this.element.title = formatLong(at);
  }
}
