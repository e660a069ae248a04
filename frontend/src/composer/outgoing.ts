// A message on its way: shown at once, greyed until the server has it. When that fails it stays,
// to be tried again under the same key, so that it is posted once however often it is sent.
import { renderStreamMessage } from "@hotwired/turbo";
import { check, cover, isAnothers, owner } from "../identity";
import { showAnswered } from "./answered";
import type { UnsentMessage } from "./unsent";

const STREAM = "text/vnd.turbo-stream.html";
/** A connection that is dead does not always say so. */
const PATIENCE_MS = 20_000;

// One after the other: they are numbered as they arrive, and must arrive as they were written.
let before: Promise<void> = Promise.resolve();

interface Sender {
  /** The server has it. */
  arrived(): void;
  /** It is given up: the text goes back to where it was written. */
  discarded(): void;
}

export class Outgoing {
  readonly element: HTMLElement;
  private isLost = false;

  constructor(
    template: HTMLTemplateElement,
    private readonly action: string,
    private readonly message: UnsentMessage,
    private readonly sender: Sender,
  ) {
    const copy = template.content.cloneNode(true) as DocumentFragment;
    this.element = copy.firstElementChild as HTMLElement;
    this.element.id = outgoingId(message.clientId);
    part(this.element, "text").textContent = message.text;
    showAnswered(part(this.element, "quote"), message.answered);
    part(this.element, "again").addEventListener("click", () => this.send());
    part(this.element, "discard").addEventListener("click", () => {
      this.element.remove();
      sender.discarded();
    });
  }

  /** Tries again what the network kept from arriving; what the server refused waits for its author. */
  sendIfLost(): void {
    if (this.isLost) this.send();
  }

  send(): void {
    this.isLost = false;
    show(this.element, "sending");
    before = before.then(() => this.post());
  }

  /** Shows that it was not sent, to be tried again. */
  fail(): void {
    show(this.element, "failed");
  }

  private async post(): Promise<void> {
    try {
      const { clientId, text, answered } = this.message;
      const body = new URLSearchParams({ client_id: clientId, text, in_reply_to: answered?.sequence ?? "" });
      const signal = AbortSignal.timeout(PATIENCE_MS);
      const response = await fetch(this.action, { method: "POST", headers: { Accept: STREAM, ...owner() }, body, signal });
      const isStream = response.headers.get("Content-Type")?.startsWith(STREAM) ?? false;
      if (isAnothers(response)) return cover();
      if (!isStream) void check();
      if (!isStream) return this.lose();
      const stream = await response.text();
      if (response.ok) this.sender.arrived();
      renderStreamMessage(stream);
    } catch {
      this.lose();
    }
  }

  private lose(): void {
    this.isLost = true;
    this.fail();
  }
}

/** The id of the element that stands for a message until it arrives. */
export const outgoingId = (clientId: string): string => `message-client-${clientId}`;

/** Takes away what stood for a message that arrived. */
export function removeOutgoing({ dataset: { clientId } }: HTMLElement): void {
  if (clientId) document.getElementById(outgoingId(clientId))?.remove();
}

/** Whether it was tried and is not on its way any more. */
export const hasFailed = (pending: HTMLElement): boolean => !part(pending, "failed").hidden;

/** Says why a message was not sent. */
export function refuse(pending: HTMLElement, reason: string): void {
  part(pending, "reason").textContent = reason;
  show(pending, "failed");
}

function show(pending: HTMLElement, state: "sending" | "failed"): void {
  part(pending, "state").hidden = state === "failed";
  part(pending, "failed").hidden = state === "sending";
}

function part(pending: HTMLElement, name: string): HTMLElement {
  return pending.querySelector<HTMLElement>(`[data-part="${name}"]`) ?? document.createElement("span");
}
