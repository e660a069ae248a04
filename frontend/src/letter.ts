// Accepting turns the letter into the conversation: its message goes to the place it has there, and nothing else moves.

const TURNS = "message-turns";

type Render = (current: HTMLElement, next: HTMLElement) => Promise<void> | void;

export function turnLetter(): void {
  document.addEventListener("turbo:before-render", (event) => {
    const detail = (event as CustomEvent<{ newBody: HTMLElement; render: Render }>).detail;
    const letter = document.querySelector<HTMLElement>(".letter .message");
    const message = letter?.id && detail.newBody.querySelector<HTMLElement>(`.messages #${CSS.escape(letter.id)}`);
    if (!letter || !message || !document.startViewTransition || wantsNoMotion()) return;
    const { render } = detail;
    detail.render = async (current, next) => {
      for (const one of [letter, message]) one.classList.add(TURNS);
      const turn = document.startViewTransition(() => render(current, next));
      void turn.finished.finally(() => message.classList.remove(TURNS));
      // A browser that is busy elsewhere shows no transition, and the page all the same.
      turn.ready.catch(() => {});
      await turn.updateCallbackDone;
    };
  });
}

const wantsNoMotion = (): boolean => matchMedia("(prefers-reduced-motion: reduce)").matches;
