import { Controller } from "@hotwired/stimulus";

/** The button that shows which keys there are. */
export default class extends Controller<HTMLElement> {
  show(): void {
    document.querySelector<HTMLDialogElement>("#keys")?.showModal();
  }
}
