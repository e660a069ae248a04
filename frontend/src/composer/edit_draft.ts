// The draft of an edit: the version it was made from, and what was typed.

export const writeEdit = (version: string, text: string): string => `${version} ${text}`;

export function readEdit(draft: string): { version: string; text: string } | null {
  const [, version, text] = /^(\d+) ([^]*)$/.exec(draft) ?? [];
  return version === undefined || text === undefined ? null : { version, text };
}
