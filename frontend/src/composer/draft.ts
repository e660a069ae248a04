// What is typed and not yet sent, kept in this browser until it is.
import { person } from "../meta";

export const DRAFT_PREFIX = "snug-draft-";

export class Draft {
  private readonly key: string;

  constructor(name: string) {
    this.key = `${DRAFT_PREFIX}${person() ?? ""}-${name}`;
  }

  /** Follows what another tab does with it. */
  follow(changed: (before: string, after: string) => void): () => void {
    const heard = (event: StorageEvent): void => {
      if (event.key === this.key) changed(event.oldValue ?? "", event.newValue ?? "");
    };
    window.addEventListener("storage", heard);
    return () => window.removeEventListener("storage", heard);
  }

  get text(): string {
    return localStorage.getItem(this.key) ?? "";
  }

  set text(text: string) {
    if (text.trim()) localStorage.setItem(this.key, text);
    else localStorage.removeItem(this.key);
  }
}
