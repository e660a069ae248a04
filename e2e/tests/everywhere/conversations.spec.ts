// People and conversations, wide and narrow, from left to right and from right to left, in light and in dark.
import { lookAt } from "../../fixtures/look.js";
import { begin, type People } from "../../fixtures/people.js";
import { expect, test } from "../../fixtures/test.js";
import { language, visit } from "../../fixtures/visit.js";
import { makeWorld } from "../../fixtures/world.js";

// Pages that say what went wrong are pages too.
test.use({ expectedComplaints: /status of (403|404|409|410|422)/ });
test.describe.configure({ timeout: 120_000 });

test("people and conversations, in every state", async ({ people, locale }) => {
  const { me, other, ...talks } = await makeWorld(people, language(locale));
  await visit(me.page, {
    people: "/people",
    "people-not-found": "/people?q=nobody+is+called+this",
    profile: `/people/${other.handle}`,
    "profile-own": `/people/${me.handle}`,
    conversations: "/conversations",
    "conversations-unread": "/conversations?show=unread",
    "conversations-invitations": "/conversations?show=invitations",
    "conversations-archived": "/conversations?show=archived",
    bell: "/bell",
    talking: talks.talking,
    waiting: talks.waiting,
    invited: talks.invited,
    declined: talks.declined,
    withdrawn: talks.withdrawn,
    gone: talks.gone,
    unread: talks.unread,
    "new-conversation": "/conversations/new",
  });
});

test("pages of somebody who just came", async ({ people, locale }) => {
  const [me, other] = await newcomers(people, language(locale));
  await visit(me.page, {
    "conversations-none": "/conversations",
    "bell-nothing": "/bell",
    start: `/conversations/new?to=${other.handle}`,
    "profile-start": `/people/${other.handle}`,
    preferences: "/preferences",
  });
});

test("what opens over a page", async ({ people, locale, isMobile }) => {
  const [me, other] = await newcomers(people, language(locale));
  const { page } = me;
  const talking = await begin(me, other);
  await other.say(talking, "Have you heard the swifts?");
  await page.goto("/people");
  await page.locator(".bar .bell > summary").click();
  await expect(page.locator("#bell-menu a").first()).toBeVisible();
  await lookAt(page, "bell-menu");
  // On a phone a conversation has one bar, its own.
  await page.goto(isMobile ? "/people" : talking);
  await page.locator(".bar-me").click();
  await lookAt(page, "own-menu");
  await page.keyboard.press("Escape");
  await page.goto(talking);
  await page.locator(".conversation-head .menu > summary").click();
  await lookAt(page, "conversation-menu");
  await page.keyboard.press("Escape");
  if (!isMobile) {
    await page.locator(".bar-me").click();
    await page.locator('[data-action="keys#show"]').click();
    await expect(page.locator("#keys")).toBeVisible();
    await lookAt(page, "keys");
    await page.keyboard.press("Escape");
  }
  const own = page.locator(".message-own").last();
  if (isMobile) await own.tap();
  else await own.hover();
  await own.locator(".message-edit > summary").click();
  await lookAt(page, "editing");
  await page.keyboard.press("Escape");
  await page.locator("#composer-text").fill("Look: **this** is *how* it will be.");
  await page.locator(".format > summary").click();
  await lookAt(page, "format");
  await page.locator('[formaction="/preview"]').click();
  await expect(page.locator("#preview strong")).toBeVisible();
  await lookAt(page, "preview");
});

test("what can be undone, and an edit that met another", async ({ people, locale, isMobile }) => {
  const [me, other] = await newcomers(people, language(locale));
  const { page } = me;
  const talking = await begin(me, other);
  await me.say(talking, "See you on Monday.");
  await page.goto(talking);
  const own = page.locator(".message-own").last();
  // What the sheet of an earlier touch still covers is not touched again.
  const touch = async () => {
    if (!isMobile) return own.hover();
    if (!(await own.locator(".message-tools").isVisible())) await own.locator(".message-body").tap();
  };
  await touch();
  await own.locator(".message-edit > summary").click();
  await own.locator("textarea").fill("See you on Tuesday.");
  const edit = (await own.locator(".message-edit form").getAttribute("action")) ?? "";
  await me.post(edit, { text: "See you on Sunday." });
  await own.locator(".message-edit button").first().click();
  await expect(page.locator(".changed")).toBeVisible();
  await lookAt(page, "edit-changed");
  await page.goto(talking);
  await own.locator(".message-edit").getByRole("button").last().click();
  await touch();
  await own.locator('form[action$="/delete"] button').click();
  await expect(page.locator(".notice")).toBeVisible();
  await lookAt(page, "undo");
});

test("the message of an invitation, as it is edited", async ({ people, locale }) => {
  const [me, other] = await newcomers(people, language(locale));
  const { page } = me;
  await page.goto(await me.invite(other, "Hello, are you the one with the boat?\n\nI would like to borrow it on Monday."));
  await lookAt(page, "waiting-short");
  await page.locator(".message-edit > summary").click();
  await expect(page.locator(".message-edit textarea")).toBeFocused();
  await lookAt(page, "waiting-edit");
});

/** Two people with whom nobody has talked yet. */
const newcomers = (people: People, language: "en" | "ar") =>
  Promise.all([people.join("Maya", { language }), people.join("Otis", { language })]);
