import { Controller } from "@hotwired/stimulus";
import { nameInTitle } from "../title";

/** The pane beside the list: names what is open in the title of the tab. */
export default class extends Controller<HTMLElement> {
  static override targets = ["about"];

  aboutTargetConnected(about: HTMLElement): void {
    nameInTitle(about.dataset["title"] ?? "");
    nameList(about.matches(".pane-open") ? "h2" : "h1");
  }
}

/** The list is what the page is about only until something is open beside it. */
function nameList(tag: "h1" | "h2"): void {
  const title = document.getElementById("list-title");
  if (!title || title.localName === tag) return;
  const renamed = document.createElement(tag);
  renamed.id = title.id;
  renamed.className = title.className;
  renamed.textContent = title.textContent;
  title.replaceWith(renamed);
}
