// What is typed and not yet sent, kept in this browser until it is.
import { person } from "../meta";

export const DRAFT_PREFIX = "snug-draft-";

/** The drafts of the person of this page whose names begin so. */
export function draftNames(beginning: string): string[] {
  const own = `${DRAFT_PREFIX}${person() ?? ""}-`;
  const names = Object.keys(localStorage).filter((key) => key.startsWith(own)).map((key) => key.slice(own.length));
  return names.filter((name) => name.startsWith(beginning));
}

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
