import { Controller } from "@hotwired/stimulus";
import { visit } from "@hotwired/turbo";
import { keepPlace } from "../focus";
import { check, cover, isAnothers } from "../identity";
import { word } from "../words";

const MOMENT_MS = 300;

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
    const waits = window.setTimeout(() => this.say(word("saving"), true), MOMENT_MS);
    const saved = await this.post();
    window.clearTimeout(waits);
    this.say(saved ? this.saidValue : this.failedValue, saved);
    if (!saved || !this.anewValue) return;
    keepPlace();
    visit(this.anewValue, { action: "replace" });
  }

  private async post(): Promise<boolean> {
    const body = new URLSearchParams();
    for (const [name, value] of new FormData(this.element)) body.append(name, String(value));
    try {
      const headers = { Accept: "application/json" };
      const response = await fetch(this.element.action, { method: "POST", headers, body, redirect: "manual" });
      if (isAnothers(response)) cover();
      // A redirect is what somebody gets who is not signed in any more.
      else if (response.type === "opaqueredirect") void check();
      return response.ok;
    } catch {
      return false;
    }
  }

  private say(text: string, isWell: boolean): void {
    this.savedTarget.textContent = text;
    this.savedTarget.classList.toggle("saved-failed", !isWell);
  }
}
