import { Controller } from "@hotwired/stimulus";
import { type Answered, AnsweredDraft, showAnswered } from "../composer/answered";
import { titleOf } from "../composer/begun";
import { Draft } from "../composer/draft";
import { refuseFiles } from "../composer/files";
import { newClientId, sends } from "../composer/key";
import { checkLength } from "../composer/length";
import { Outgoing, outgoingId } from "../composer/outgoing";
import { isTaken } from "../identity";
import { Unsent, type UnsentMessage } from "../composer/unsent";
import { editLast } from "../messages/edit_last";
import { word } from "../words";

/** Where one writes: grows, keeps a draft, sends at once and without a new page. */
export default class extends Controller<HTMLFormElement> {
  static override targets = ["text", "clientId", "preview", "template", "answers", "inReplyTo", "says", "title"];
  static override values = { draft: String, enterSends: Boolean, pending: String, whole: Boolean };

  declare readonly textTarget: HTMLTextAreaElement;
  declare readonly clientIdTarget: HTMLInputElement;
  declare readonly previewTarget: HTMLElement;
  declare readonly templateTarget: HTMLTemplateElement;
  declare readonly answersTarget: HTMLElement;
  declare readonly hasAnswersTarget: boolean;
  declare readonly inReplyToTarget: HTMLInputElement;
  /** What is wrong with what one wants to send. */
  declare readonly saysTarget: HTMLElement;
  /** What a conversation that begins is called. */
  declare readonly titleTarget: HTMLInputElement;
  declare readonly hasTitleTarget: boolean;
  declare draftValue: string;
  declare readonly enterSendsValue: boolean;
  declare readonly pendingValue: string;
  /** Whether sending leads to a new page, as the first message of a conversation does. */
  declare readonly wholeValue: boolean;

  private draft = new Draft("");
  private titleDraft = titleOf("");
  private answeredDraft = new AnsweredDraft("");
  private unsent = new Unsent("");
  private unfollow = (): void => {};
  private admitFiles = (): void => {};
  private readonly outgoing = new Set<Outgoing>();

  override connect(): void {
    this.draft = new Draft(this.draftValue);
    this.titleDraft = titleOf(this.draftValue);
    this.answeredDraft = new AnsweredDraft(this.draftValue);
    this.unsent = new Unsent(this.draftValue);
    this.showUnsent();
    this.fill();
    if (this.hasAnswersTarget && !this.inReplyToTarget.value) this.setAnswered(this.answeredDraft.answered);
    if (this.wholeValue) this.element.addEventListener("turbo:submit-end", this.sent);
    this.unfollow = this.draft.follow((before, after) => this.typedElsewhere(before, after));
    this.admitFiles = refuseFiles(() => this.say(word("files")));
    window.addEventListener("online", this.online);
    window.addEventListener("live:connected", this.online);
    this.say(checkLength(this.textTarget));
    this.grow();
  }

  override disconnect(): void {
    this.unfollow();
    this.admitFiles();
    window.removeEventListener("online", this.online);
    window.removeEventListener("live:connected", this.online);
    this.element.removeEventListener("turbo:submit-end", this.sent);
  }

  typed(): void {
    this.keep();
    this.say(checkLength(this.textTarget));
    this.grow();
  }

  /** What is written goes on to those who are chosen by now; for whom something was written before, where nothing is. */
  renameDraft({ detail: { draft } }: CustomEvent<{ draft: string }>): void {
    if (draft === this.draftValue) return;
    // What was written to them before is not overwritten: this one stays under those it was begun with.
    const isKept = new Draft(draft).text || titleOf(draft).text;
    const isWritten = this.textTarget.value.trim() || (this.hasTitleTarget && this.titleTarget.value.trim());
    if (isWritten && isKept) return;
    if (isWritten) this.forget();
    this.draftValue = draft;
    this.draft = new Draft(draft);
    this.titleDraft = titleOf(draft);
    this.unfollow();
    this.unfollow = this.draft.follow((before, after) => this.typedElsewhere(before, after));
    if (isWritten) this.keep();
    else this.fill();
  }

  key(event: KeyboardEvent): void {
    const isPlain = !event.isComposing && !event.shiftKey && !event.ctrlKey && !event.altKey && !event.metaKey;
    if (event.key === "ArrowUp" && isPlain && !this.textTarget.value && editLast()) event.preventDefault();
    if (!sends(event, this.enterSendsValue)) return;
    event.preventDefault();
    this.element.requestSubmit();
  }

  send(event: SubmitEvent): void {
    if (event.submitter?.hasAttribute("formaction")) return;
    event.preventDefault();
    const text = this.textTarget.value;
    if (!text.trim() || !this.pending) return;
    const message = { clientId: this.clientIdTarget.value, text, answered: this.answered };
    this.unsent.add(message);
    const outgoing = this.show(message);
    this.clear();
    outgoing.send();
  }

  answer({ detail }: CustomEvent<Answered>): void {
    this.setAnswered(detail);
    this.textTarget.focus();
  }

  answerNone(event: Event): void {
    event.preventDefault();
    this.setAnswered(null);
    this.textTarget.focus();
  }

  arrived({ detail: { clientId } }: CustomEvent<{ clientId: string }>): void {
    this.unsent.remove(clientId);
  }

  private show(message: UnsentMessage): Outgoing {
    const { unsent } = this;
    const outgoing = new Outgoing(this.templateTarget, this.element.action, message, {
      arrived: () => unsent.remove(message.clientId),
      discarded: () => {
        unsent.remove(message.clientId);
        this.restore(message);
      },
    });
    this.outgoing.add(outgoing);
    this.pending?.append(outgoing.element);
    return outgoing;
  }

  // Whether these arrived is known only of those that the page shows.
  private showUnsent(): void {
    for (const message of this.unsent.messages) {
      const { clientId } = message;
      if (document.querySelector(`[data-client-id="${CSS.escape(clientId)}"]`)) this.unsent.remove(clientId);
      else if (!document.getElementById(outgoingId(clientId))) this.show(message).fail();
    }
  }

  // What was typed here and is sent or changed in another tab is so here too; unless it went on here.
  private typedElsewhere(before: string, after: string): void {
    if (this.textTarget.value !== before) return;
    this.textTarget.value = after;
    this.grow();
  }

  // Once the connection is back, what it kept from arriving is sent by itself: it is posted once however often.
  private readonly online = (event: Event): void => {
    if (event instanceof CustomEvent && !event.detail) return;
    for (const outgoing of this.outgoing) {
      if (outgoing.element.isConnected) outgoing.sendIfLost();
      else this.outgoing.delete(outgoing);
    }
  };

  private get answered(): Answered | null {
    if (!this.hasAnswersTarget || !this.inReplyToTarget.value) return null;
    const part = (name: string): string => this.answersTarget.querySelector(`[data-part="${name}"]`)?.textContent ?? "";
    return { sequence: this.inReplyToTarget.value, author: part("author"), words: part("words") };
  }

  private setAnswered(answered: Answered | null): void {
    if (!this.hasAnswersTarget) return;
    this.inReplyToTarget.value = answered?.sequence ?? "";
    showAnswered(this.answersTarget, answered);
    this.answeredDraft.answered = answered;
  }

  private say(text: string): void {
    this.saysTarget.textContent = text;
    this.saysTarget.hidden = !text;
  }

  private get pending(): HTMLElement | null {
    return document.getElementById(this.pendingValue);
  }

  private clear(): void {
    this.clientIdTarget.value = newClientId();
    this.textTarget.value = "";
    this.setAnswered(null);
    this.previewTarget.replaceChildren();
    this.typed();
    this.textTarget.focus();
  }

  private restore({ text, answered }: UnsentMessage): void {
    if (answered && !this.answered) this.setAnswered(answered);
    this.textTarget.value = [this.textTarget.value, text].filter((part) => part.trim()).join("\n\n");
    this.typed();
    this.textTarget.focus();
  }

  private readonly sent = (event: Event): void => {
    const { formSubmission } = (event as CustomEvent).detail;
    if (isTaken(event) && !formSubmission.submitter?.hasAttribute("formaction")) this.forget();
  };

  private fill(): void {
    if (!this.textTarget.value) this.textTarget.value = this.draft.text;
    if (this.hasTitleTarget && !this.titleTarget.value) this.titleTarget.value = this.titleDraft.text;
    this.grow();
  }

  private keep(): void {
    this.draft.text = this.textTarget.value;
    if (this.hasTitleTarget) this.titleDraft.text = this.titleTarget.value;
  }

  private forget(): void {
    this.draft.text = "";
    this.titleDraft.text = "";
  }

  // Only where the browser cannot do it by itself (field-sizing in composer.css).
  private grow(): void {
    if (CSS.supports("field-sizing", "content")) return;
    this.textTarget.style.blockSize = "auto";
    this.textTarget.style.blockSize = `${this.textTarget.scrollHeight}px`;
  }
}
