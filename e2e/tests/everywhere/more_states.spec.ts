// Conversations of several, what goes wrong, and what stands over a page: wide and narrow, in both directions of writing.
import { randomUUID } from "node:crypto";
import { lookAt } from "../../fixtures/look.js";
import { begin } from "../../fixtures/people.js";
import { expect, test } from "../../fixtures/test.js";
import { language, visit } from "../../fixtures/visit.js";

// Pages that say what went wrong are pages too, and a connection is lost on purpose.
test.use({ expectedComplaints: /status of (403|404|409|410|422)|ERR_INTERNET_DISCONNECTED|ERR_FAILED/ });
test.describe.configure({ timeout: 120_000 });

test("a conversation of several", async ({ people, locale, isMobile }) => {
  const [me, other, third] = await Promise.all(["Maya", "Otis", "Una"].map((name) => people.join(name, { language: language(locale) })));
  if (!me || !other || !third) throw new Error("three people came");
  const { page } = me;
  const body = new URLSearchParams([["to", other.handle], ["to", third.handle], ["title", "The boat"], ["text", "Who rows?"], ["client_id", randomUUID()]]);
  const group = await page.evaluate(async (body) => new URL((await fetch("/conversations", { method: "POST", body: new URLSearchParams(body) })).url).pathname, body.toString());
  await page.goto(group);
  await lookAt(page, "group-waiting");
  await other.page.goto(group);
  await lookAt(other.page, "group-invited");
  await Promise.all([other.accept(group), third.accept(group)]);
  await me.say(group, "I bring the oars.");
  await visit(page, {
    "group-talking": group,
    "group-participants": `${group}/people`,
    "group-add": `${group}/people/add`,
    "group-add-chosen": `${group}/people/add?to=${other.handle}`,
    "start-several": `/conversations/new?to=${other.handle}&to=${third.handle}`,
  });
  await page.goto(group);
  const own = page.locator(".message-own").last();
  if (isMobile) await own.tap();
  else await own.hover();
  await own.locator(".message-readers > summary").click();
  await expect(own.locator(".readers")).toBeVisible();
  await lookAt(page, "group-readers");
  await page.keyboard.press("Escape");
  await page.goto(`${group}/people`);
  await page.locator(`form button[formaction$="/remove"]`).first().click();
  await expect(page.locator("#confirm")).toBeVisible();
  await lookAt(page, "confirm");
  await page.keyboard.press("Escape");
  await me.post(`${group}/leave`);
  await page.goto(group);
  await lookAt(page, "group-left");
});

test("somebody who is blocked", async ({ people, locale }) => {
  const [me, other, third] = await Promise.all(["Maya", "Otis", "Una"].map((name) => people.join(name, { language: language(locale) })));
  if (!me || !other || !third) throw new Error("three people came");
  const { page } = me;
  const talk = await begin(me, other);
  await other.say(talk, "Why do you not answer?");
  const body = new URLSearchParams([["to", other.handle], ["to", third.handle], ["title", "The boat"], ["text", "Who rows?"], ["client_id", randomUUID()]]);
  const group = await page.evaluate(async (body) => new URL((await fetch("/conversations", { method: "POST", body: new URLSearchParams(body) })).url).pathname, body.toString());
  await Promise.all([other.accept(group), third.accept(group)]);
  await me.post(`/people/${other.handle}/block`);
  await other.say(group, "I row, and nobody else.");
  await third.say(group, "Then I bake.");
  await visit(page, {
    "blocked-closed": talk,
    "blocked-folded": group,
    "blocked-profile": `/people/${other.handle}`,
    "blocked-people": "/preferences/blocked",
  });
  await other.page.goto(talk);
  await lookAt(other.page, "closed");
});

test("what could not be sent, and a connection that is lost", async ({ people, locale }) => {
  const [me, other] = await Promise.all(["Maya", "Otis"].map((name) => people.join(name, { language: language(locale) })));
  if (!me || !other) throw new Error("two people came");
  const { page } = me;
  await page.goto(await begin(me, other));
  await me.browser.setOffline(true);
  await page.locator("#composer-text").fill("From the tunnel.");
  await page.locator(".send").click();
  await expect(page.locator('[data-part="failed"]').last()).toBeVisible();
  await expect(page.locator(".connection")).toBeVisible();
  await lookAt(page, "not-sent");
  await me.browser.setOffline(false);
  await expect(page.locator(".connection")).toBeHidden();
  await page.locator("#composer-text").fill("a".repeat(20_001));
  await expect(page.locator('[data-composer-target="says"]')).toBeVisible();
  await lookAt(page, "too-long");
});

test("what is left of an edit, a key that was just made, and a link that stops no mails", async ({ people, locale }) => {
  const [me, other] = await Promise.all(["Maya", "Otis"].map((name) => people.join(name, { language: language(locale) })));
  if (!me || !other) throw new Error("two people came");
  const { page } = me;
  const waiting = await me.invite(other, "Hello, are you the one with the boat?");
  await page.goto(waiting);
  await page.locator(".message-edit > summary").click();
  await page.locator(".message-edit textarea").fill("Hello, do you have a boat?");
  await page.locator('form[action$="/withdraw"] button').click();
  await expect(page.locator(".notice")).toBeVisible();
  await lookAt(page, "withdrawn-notice");
  await page.goto(waiting);
  await expect(page.locator(".leftover")).toBeVisible();
  await lookAt(page, "leftover");
  await page.goto("/preferences");
  await page.locator("#token_name").fill("Backup");
  await page.locator('form[action="/preferences/tokens"] .button').click();
  await expect(page.locator(".new-token")).toBeVisible();
  await lookAt(page, "new-key");
  await visit(page, { "dead-stop": "/u/nonsense", "conversation-not-found": "/conversations/0198c2f0-0000-7000-8000-000000000001" });
  const signedOut = await (await people.sitDown()).newPage();
  await visit(signedOut, { "dead-stop-signed-out": "/u/nonsense", "signed-out": "/sign-in?why=signed-out" });
});
