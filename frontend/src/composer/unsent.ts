// What was sent and is not known to have arrived, kept in this browser with the key it was sent
// under: after a crash it can be tried again, and is still posted once.
import { person } from "../meta";
import type { Answered } from "./answered";

export const UNSENT_PREFIX = "snug-unsent-";

export interface UnsentMessage {
  clientId: string;
  text: string;
  answered?: Answered | null;
}

export class Unsent {
  private readonly key: string;

  constructor(conversation: string) {
    this.key = `${UNSENT_PREFIX}${person() ?? ""}-${conversation}`;
  }

  /** Oldest first. */
  get messages(): UnsentMessage[] {
    return JSON.parse(localStorage.getItem(this.key) ?? "[]") as UnsentMessage[];
  }

  add(message: UnsentMessage): void {
    this.keep([...this.messages, message]);
  }

  remove(clientId: string): void {
    this.keep(this.messages.filter((message) => message.clientId !== clientId));
  }

  private keep(messages: UnsentMessage[]): void {
    if (messages.length > 0) localStorage.setItem(this.key, JSON.stringify(messages));
    else localStorage.removeItem(this.key);
  }
}
