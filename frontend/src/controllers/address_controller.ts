import { Controller } from "@hotwired/stimulus";

/** Taken along by a link to the next page; kept in no address and no storage. */
let carried = "";

/** The field for one's e-mail address: a link from one form to another takes along what was typed. */
export default class extends Controller<HTMLElement> {
  override connect(): void {
    if (this.field && !this.field.value) this.field.value = carried;
    carried = "";
  }

  carry(): void {
    carried = this.field?.value ?? "";
  }

  private get field(): HTMLInputElement | null {
    return this.element.querySelector("#address");
  }
}
