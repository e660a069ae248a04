// What scripts say, in the language of the page: the template "words" has it.

export type Word = "files" | "tooLong" | "saving";

export const word = (name: Word): string => document.querySelector<HTMLElement>("#words")?.dataset[name] ?? "";
