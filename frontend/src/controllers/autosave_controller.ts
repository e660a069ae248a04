import { Controller } from "@hotwired/stimulus";
import { visit } from "@hotwired/turbo";
import { keepPlace } from "../focus";
import { cover, isAnothers } from "../identity";

/** Saves a form whenever something in it changes, and says so. */
export default class extends Controller<HTMLFormElement> {
  static override targets = ["saved"];
  static override values = { said: String, failed: String, anew: String };

  declare readonly savedTarget: HTMLElement;
  declare readonly saidValue: string;
  declare readonly failedValue: string;
  /** The page to load where it looks different afterwards: the language, the colours. */
  declare readonly anewValue: string;

  async save(): Promise<void> {
    const saved = await this.post();
    this.savedTarget.textContent = saved ? this.saidValue : this.failedValue;
    this.savedTarget.classList.toggle("saved-failed", !saved);
    if (!saved || !this.anewValue) return;
    keepPlace();
    visit(this.anewValue, { action: "replace" });
  }

  private async post(): Promise<boolean> {
    const body = new URLSearchParams();
    for (const [name, value] of new FormData(this.element)) body.append(name, String(value));
    try {
      // The answer to a form is a redirect; following it would use up what the next page says.
      const response = await fetch(this.element.action, { method: "POST", body, redirect: "manual" });
      if (isAnothers(response)) cover();
      return response.ok || response.type === "opaqueredirect";
    } catch {
      return false;
    }
  }
}
