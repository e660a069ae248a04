import { Controller } from "@hotwired/stimulus";
import { Draft } from "../composer/draft";
import { readEdit } from "../composer/edit_draft";

/** What was typed to edit a message that cannot be edited any more: shown, until one wants it no longer. */
export default class extends Controller<HTMLElement> {
  static override targets = ["text"];
  static override values = { draft: String };

  declare readonly textTarget: HTMLTextAreaElement;
  declare readonly draftValue: string;

  override connect(): void {
    const text = readEdit(this.draft.text)?.text;
    this.element.hidden = !text;
    this.textTarget.value = text ?? "";
  }

  discard(): void {
    this.draft.text = "";
    this.element.hidden = true;
  }

  private get draft(): Draft {
    return new Draft(`edit-${this.draftValue}`);
  }
}
