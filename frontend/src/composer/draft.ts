// What is typed and not yet sent, kept in this browser until it is.
import { person } from "../meta";

export const DRAFT_PREFIX = "snug-draft-";

export class Draft {
  private readonly key: string;

  constructor(name: string) {
    this.key = `${DRAFT_PREFIX}${person() ?? ""}-${name}`;
  }

  get text(): string {
    return localStorage.getItem(this.key) ?? "";
  }

  set text(text: string) {
    if (text.trim()) localStorage.setItem(this.key, text);
    else localStorage.removeItem(this.key);
  }
}
