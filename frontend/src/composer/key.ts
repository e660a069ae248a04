// Which key sends, and keys that make sending twice harmless.

export function sends(event: KeyboardEvent, enterSends: boolean): boolean {
  // While an input method composes a word, Enter chooses it (229 is how Safari says so).
  if (event.key !== "Enter" || event.isComposing || event.keyCode === 229) return false;
  if (event.ctrlKey || event.metaKey) return true;
  // On a touch keyboard Enter is the only way to a new line.
  return enterSends && !event.shiftKey && !matchMedia("(pointer: coarse)").matches;
}

/** A new client id. randomUUID exists in secure contexts only. */
export function newClientId(): string {
  if (isSecureContext) return crypto.randomUUID();
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}
