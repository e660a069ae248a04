// What the server can ask of an open page beyond Turbo's own stream actions. Each may come twice
// and leaves the page as if it came once.
import { StreamActions } from "@hotwired/turbo";
import { loadAnew, shownChange } from "../live/page";
import { announceMessage } from "../messages/announce";
import { placeMessage } from "../messages/place";
import { showSeen } from "../messages/seen";
import { refuse, removeOutgoing } from "../composer/outgoing";
import { placeRow } from "../rows/place";

export function registerActions(): void {
  StreamActions["message"] = function () {
    const message = this.templateContent.firstElementChild;
    if (!(message instanceof HTMLElement)) return;
    this.targetElements.forEach((list) => placeMessage(list, message) && announceMessage(list, message));
    // Also where it belongs to a part of the conversation that is not shown.
    removeOutgoing(message);
  };

  StreamActions["seen"] = function () {
    const mark = this.templateContent.firstElementChild;
    const sequence = Number(this.getAttribute("sequence"));
    if (mark instanceof HTMLElement) this.targetElements.forEach((list) => showSeen(list, mark, sequence));
  };

  StreamActions["refused"] = function () {
    this.targetElements.forEach((pending) => refuse(pending, this.templateContent.textContent ?? ""));
  };

  StreamActions["row"] = function () {
    const row = this.templateContent.firstElementChild;
    if (row instanceof HTMLElement) this.targetElements.forEach((rows) => placeRow(rows, row, "atOnce" in this.dataset));
  };

  StreamActions["reopen"] = function () {
    // A page that was made since knows of it.
    const isNews = shownChange() < Number(this.getAttribute("change"));
    if (this.targetElements.length > 0 && isNews) loadAnew();
  };
}
