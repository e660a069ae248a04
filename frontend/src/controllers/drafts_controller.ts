import { Controller } from "@hotwired/stimulus";
import { type Written, handlesOf, listBegun, pathOf, readBegun, writeBegun } from "../composer/begun";

/** The conversations that were begun and not sent, to go on with or to discard. */
export default class extends Controller<HTMLElement> {
  static override targets = ["list", "template"];

  declare readonly listTarget: HTMLElement;
  declare readonly templateTarget: HTMLTemplateElement;

  private readonly discarded = new Map<string, Written>();

  override connect(): void {
    const names = listBegun();
    this.listTarget.replaceChildren(...names.map((name) => this.item(name)));
    this.element.hidden = names.length === 0;
  }

  discard({ currentTarget }: Event): void {
    const { item, name } = here(currentTarget);
    this.discarded.set(name, readBegun(name));
    writeBegun(name, { title: "", text: "" });
    turn(item, true);
  }

  restore({ currentTarget }: Event): void {
    const { item, name } = here(currentTarget);
    const written = this.discarded.get(name);
    if (written) writeBegun(name, written);
    turn(item, false);
  }

  private item(name: string): Node {
    const item = this.templateTarget.content.firstElementChild?.cloneNode(true) as HTMLElement;
    const part = (part: string): HTMLElement | null => item.querySelector(`[data-part="${part}"]`);
    item.dataset["name"] = name;
    item.querySelector("a")?.setAttribute("href", pathOf(name));
    // Each handle apart, since they are read from left to right in any language.
    part("to")?.replaceChildren(...handlesOf(name).flatMap((handle) => [isolated(`@${handle}`), " "]));
    const { title, text } = readBegun(name);
    part("words")?.replaceChildren([title, text].filter(Boolean).join(" · ").slice(0, 200));
    return item;
  }
}

function here(button: EventTarget | null): { item: HTMLElement; name: string } {
  const item = (button as HTMLElement).closest("li") as HTMLElement;
  return { item, name: item.dataset["name"] ?? "" };
}

function turn(item: HTMLElement, isDiscarded: boolean): void {
  item.classList.toggle("draft-discarded", isDiscarded);
  item.querySelector("a")?.toggleAttribute("inert", isDiscarded);
  for (const button of item.querySelectorAll<HTMLElement>("button")) {
    button.hidden = (button.dataset["draftsTarget"] === "restore") !== isDiscarded;
    if (!button.hidden) button.focus();
  }
}

function isolated(text: string): HTMLElement {
  const isolate = document.createElement("bdi");
  isolate.textContent = text;
  return isolate;
}
