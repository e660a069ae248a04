// "Are you sure?" in the page's own dialog: the words on its buttons are in the reader's language.
import { config } from "@hotwired/turbo";

export function confirmInPage(): void {
  config.forms.confirm = (question, _form, submitter) => {
    const dialog = document.querySelector<HTMLDialogElement>("#confirm");
    const text = document.querySelector("#confirm-question");
    if (!dialog || !text) return Promise.resolve(window.confirm(question));
    text.textContent = question;
    // The button says what it does, in the word of the one that was pressed.
    const yes = dialog.querySelector<HTMLElement>('[value="yes"]');
    const word = submitter?.textContent?.trim();
    if (yes) yes.textContent = word || (yes.dataset["word"] ?? "");
    dialog.returnValue = "no";
    dialog.showModal();
    return new Promise((resolve) => {
      dialog.addEventListener("close", () => resolve(dialog.returnValue === "yes"), { once: true });
    });
  };
}
