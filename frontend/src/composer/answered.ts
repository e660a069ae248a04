// The message that what one writes answers: shown above the text, kept with the draft, sent along.
import { Draft } from "./draft";

export interface Answered {
  /** Its number in the conversation. */
  sequence: string;
  author: string;
  words: string;
}

/** The message that the draft of this name answers, kept beside it. */
export class AnsweredDraft {
  private readonly kept: Draft;

  constructor(name: string) {
    this.kept = new Draft(`${name}-answers`);
  }

  get answered(): Answered | null {
    return this.kept.text ? (JSON.parse(this.kept.text) as Answered) : null;
  }

  set answered(answered: Answered | null) {
    this.kept.text = answered ? JSON.stringify(answered) : "";
  }
}

/** Shows it, or nothing, in an element with the parts of a quote. */
export function showAnswered(element: HTMLElement, answered: Answered | null | undefined): void {
  element.hidden = !answered;
  for (const name of ["author", "words"] as const) {
    const part = element.querySelector(`[data-part="${name}"]`);
    if (part) part.textContent = answered?.[name] ?? "";
  }
}

/** What an answer to this message quotes: who wrote it, and its first words. */
export function answeredBy(message: HTMLElement): Answered {
  const words = message.querySelector(".message-text")?.textContent ?? "";
  return {
    sequence: message.dataset["sequence"] ?? "",
    author: message.querySelector(".message-author")?.textContent ?? "",
    words: words.replace(/\s+/g, " ").trim().slice(0, 200),
  };
}
