import { Controller } from "@hotwired/stimulus";
import { owner } from "../identity";
import { hasFailed, removeOutgoing } from "../composer/outgoing";
import { answeredBy } from "../composer/answered";
import { groupMessages } from "../messages/group";
import { messagesIn, sequenceOf } from "../messages/place";
import { Walk } from "../messages/walk";

const NEAR_END_PX = 80;
const READ_AFTER_MS = 400;
const TELL_AGAIN_AFTER_MS = 10_000;

/** The messages of a conversation: where one reads, what is new, what counts as read. */
export default class extends Controller<HTMLElement> {
  static override targets = ["scroll", "list", "message", "newLine", "pending", "outgoing", "jump", "count"];
  static override values = { read: String, unread: Boolean };

  declare readonly scrollTarget: HTMLElement;
  declare readonly listTarget: HTMLElement;
  declare readonly newLineTargets: HTMLElement[];
  declare readonly pendingTarget: HTMLElement;
  declare readonly jumpTarget: HTMLElement;
  declare readonly countTarget: HTMLElement;
  declare readonly readValue: string;
  /** Whether it is unread, also by having been marked so. */
  declare readonly unreadValue: boolean;

  private ready = false;
  private atEnd = true;
  /** How many arrived below what one reads. */
  private arrived = 0;
  private readUpTo = 0;
  private readTimer: number | undefined;
  private walk: Walk | null = null;
  private readonly sizes = new ResizeObserver(() => {
    if (this.atEnd) this.toEnd();
  });

  override connect(): void {
    groupMessages(this.listTarget);
    const unread = this.newLineTargets[0];
    this.readUpTo = this.unreadValue ? 0 : this.lastSequence;
    if (unread) this.toTop(unread);
    else this.toEnd();
    this.ready = true;
    this.scrolled();
    this.walk = new Walk(this.scrollTarget, this.listTarget);
    // Also what grows at the end, such as "Read" and "Not sent".
    for (const part of [this.scrollTarget, this.listTarget, this.pendingTarget]) this.sizes.observe(part);
    document.addEventListener("visibilitychange", this.read);
    this.listTarget.addEventListener("pager:inserted", this.grouped);
  }

  override disconnect(): void {
    this.ready = false;
    this.walk?.stop();
    this.sizes.disconnect();
    window.clearTimeout(this.readTimer);
    document.removeEventListener("visibilitychange", this.read);
    this.listTarget.removeEventListener("pager:inserted", this.grouped);
  }

  messageTargetConnected(message: HTMLElement): void {
    const clientId = message.dataset["clientId"];
    removeOutgoing(message);
    if (clientId) this.dispatch("arrived", { detail: { clientId } });
    this.walk?.settle();
    if (!this.ready || sequenceOf(message) < this.lastSequence) return;
    groupMessages(this.listTarget);
    if (this.atEnd || message.matches(".message-own")) this.toEnd();
    else this.countArrived();
    this.read();
  }

  outgoingTargetConnected(outgoing: HTMLElement): void {
    // One that failed earlier is put back as the page opens, and leaves it where one reads.
    if (this.atEnd || !hasFailed(outgoing)) this.toEnd();
  }

  scrolled(): void {
    // It begins at its end: that is 0, and what is above it is negative.
    this.atEnd = -this.scrollTarget.scrollTop < NEAR_END_PX;
    if (this.atEnd) this.jumpTarget.hidden = true;
    if (this.atEnd) this.arrived = 0;
    this.read();
  }

  jump(): void {
    this.toEnd();
    this.scrollTarget.focus();
  }

  /** Begins to answer a message. */
  answer(event: Event): void {
    const message = (event.currentTarget as HTMLElement).closest<HTMLElement>(".message");
    if (!message || !document.getElementById("composer")) return;
    event.preventDefault();
    this.dispatch("answer", { detail: answeredBy(message) });
  }

  /** Goes to the message that another quotes, if the page shows it; the link leads there otherwise. */
  goTo(event: Event): void {
    const { quotes } = (event.currentTarget as HTMLElement).dataset;
    const message = document.getElementById(`message-${quotes}`);
    if (!message) return;
    event.preventDefault();
    message.scrollIntoView({ block: "center" });
    // Where one touches, what has the focus shows what can be done with it: that was not asked for.
    if (matchMedia("(hover: none)").matches) (document.activeElement as HTMLElement | null)?.blur();
    else message.querySelector<HTMLElement>(".message-body")?.focus({ preventScroll: true });
    message.classList.add("message-found");
    message.addEventListener("animationend", () => message.classList.remove("message-found"), { once: true });
  }

  /** Tells that all is read, once somebody really sees the end of it. */
  readonly read = (): void => {
    if (this.isSeen && this.lastSequence > this.readUpTo) this.tellReadIn(READ_AFTER_MS);
  };

  private tellReadIn(milliseconds: number): void {
    window.clearTimeout(this.readTimer);
    this.readTimer = window.setTimeout(() => void this.tellRead(), milliseconds);
  }

  private async tellRead(): Promise<void> {
    const sequence = this.lastSequence;
    if (!this.isSeen || sequence <= this.readUpTo) return;
    this.readUpTo = sequence;
    const body = new URLSearchParams({ sequence: String(sequence) });
    const response = await fetch(this.readValue, { method: "POST", headers: owner(), body, redirect: "manual" }).catch(() => null);
    // What is refused would be refused again; a busy server asks for patience only.
    const isBusy = !response || response.status === 429 || response.status >= 500;
    if (!isBusy) return;
    this.readUpTo = 0;
    if (this.ready) this.tellReadIn(TELL_AGAIN_AFTER_MS);
  }

  private readonly grouped = (): void => {
    groupMessages(this.listTarget);
    this.walk?.settle();
  };

  private toEnd(): void {
    this.scrollTarget.scrollTop = 0;
    this.atEnd = true;
  }

  private toTop(line: HTMLElement): void {
    const { scrollTarget: scroller } = this;
    scroller.scrollTop += line.getBoundingClientRect().top - scroller.getBoundingClientRect().top - NEAR_END_PX;
  }

  private countArrived(): void {
    this.arrived += 1;
    this.countTarget.textContent = String(this.arrived);
    this.jumpTarget.hidden = false;
  }

  private get isSeen(): boolean {
    return this.atEnd && document.visibilityState === "visible" && !("partial" in this.listTarget.dataset);
  }

  private get lastSequence(): number {
    const last = messagesIn(this.listTarget).at(-1);
    return last ? sequenceOf(last) : 0;
  }
}
