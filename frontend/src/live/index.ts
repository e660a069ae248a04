// Keeps open pages up to date, from page to page and for as long as somebody is signed in.
import { change, person } from "../meta";
import * as page from "./page";
import { Session } from "./session";

let session: Session | null = null;

export function followLive(): void {
  page.loadAnewAfterForms();
  document.addEventListener("turbo:load", follow);
  document.addEventListener("turbo:frame-load", () => session?.arrived(page.shownChange()));
  // A page in the browser's back cache holds nothing open, and catches up when it returns.
  window.addEventListener("snug:covered", () => session?.stop());
  window.addEventListener("pagehide", () => session?.stop());
  window.addEventListener("pageshow", (event) => {
    if (event.persisted && session) session = new Session(session.person, session.position, page);
  });
}

function follow(): void {
  const signedIn = person();
  if (session && session.person !== signedIn) {
    session.stop();
    session = null;
  }
  if (!signedIn) return;
  if (session) session.arrived(change());
  else session = new Session(signedIn, change(), page);
}
