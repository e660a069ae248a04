// The part of Turbo that is used here; it comes without types.
declare module "@hotwired/turbo" {
  export interface StreamElement extends HTMLElement {
    readonly targetElements: HTMLElement[];
    readonly templateContent: DocumentFragment;
  }
  export const StreamActions: Record<string, (this: StreamElement) => void>;
  export const config: {
    forms: { confirm: (question: string, form?: HTMLFormElement, submitter?: HTMLElement) => Promise<boolean> };
    drive: { progressBarDelay: number };
  };
  export function visit(location: string, options?: { action?: "advance" | "replace" }): void;
  export function renderStreamMessage(html: string): void;
}

// A <turbo-frame> that can load anew.
interface FrameElement extends HTMLElement {
  reload(): Promise<void>;
}
