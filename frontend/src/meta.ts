// What the page says about itself in <meta> elements.

export function meta(name: string): string | null {
  return document.querySelector<HTMLMetaElement>(`meta[name="${name}"]`)?.content || null;
}

/** An opaque word of the person signed in; null when nobody is. */
export const person = (): string | null => meta("snug-person");

/** The change number this page was made at. */
export const change = (): number => Number(meta("snug-change") ?? 0);
