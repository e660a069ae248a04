// Reading: where a conversation opens, older messages, new ones that arrive while one reads, and the list beside it.
import type { Page } from "@playwright/test";
import { Conversation } from "../fixtures/conversation.js";
import type { Member } from "../fixtures/member.js";
import { begin, type People } from "../fixtures/people.js";
import { expect, test } from "../fixtures/test.js";

/** A conversation too long for a screen, and for one page of messages: both said 28 things. */
async function longTalk(people: People): Promise<{ ana: Member; ben: Member; path: string }> {
  const [ana, ben] = await Promise.all([people.join("Ana"), people.join("Ben")]);
  const path = await begin(ana, ben);
  for (let turn = 1; turn <= 28; turn++) {
    await ana.say(path, `Hers, number ${turn}.`);
    await ben.say(path, `His, number ${turn}.`);
  }
  return { ana, ben, path };
}

test("a conversation that was read opens at its end, and older messages come as one scrolls, without a jump", async ({ people }) => {
  const { page } = await people.sampleMember("ana");
  await page.goto("/conversations");
  await page.getByRole("link").filter({ hasText: "Ben Okafor" }).click();
  const talk = new Conversation(page);
  await expect(talk.message("See you then.")).toBeInViewport();
  const shown = await talk.messages.getByRole("article").count();

  const top = talk.messages.getByRole("article").first();
  const text = await top.locator(".message-text").innerText();
  const mark = talk.message(text).first();
  const watched = await watchPosition(page, await mark.evaluate((message) => message.parentElement?.id ?? ""));
  await talk.messages.hover();
  await expect(async () => {
    await page.mouse.wheel(0, -600);
    expect(await talk.messages.getByRole("article").count()).toBeGreaterThan(shown);
  }).toPass({ intervals: [50] });
  expect(await watched(), "inserting above moves nothing that is shown").toBeLessThanOrEqual(1);

  await expect(async () => {
    await page.mouse.wheel(0, -2_000);
    await expect(talk.message("Hello Ben, we met at the repair café.")).toBeInViewport({ timeout: 100 });
  }).toPass({ intervals: [50] });
  const sequences = await talk.messages.locator("[data-sequence]").evaluateAll((all) => all.map((one) => Number((one as HTMLElement).dataset["sequence"])));
  expect(sequences, "all of it, in order, nothing twice").toEqual([...new Set(sequences)].sort((a, b) => a - b));
});

/** Watches where a message stands while others are inserted; returns how far that moved it beyond scrolling. */
async function watchPosition(page: Page, id: string): Promise<() => Promise<number>> {
  await page.evaluate((id) => {
    const scroller = document.querySelector<HTMLElement>(".messages-scroll");
    const list = document.getElementById(id)?.parentElement;
    const watched = window as Window & { jump?: number };
    watched.jump = 0;
    const place = () => document.getElementById(id)?.getBoundingClientRect().top ?? 0;
    let before = place();
    scroller?.addEventListener("scroll", () => (before = place()));
    new MutationObserver(() => (watched.jump = Math.max(watched.jump ?? 0, Math.abs(place() - before)))).observe(list as Node, { childList: true });
  }, id);
  return () => page.evaluate(() => (window as Window & { jump?: number }).jump ?? 0);
}

test("a conversation with unread messages opens where one stopped reading", async ({ people }) => {
  const { ana, ben, path } = await longTalk(people);
  await ana.say(path, "The first unread one.");
  await ben.page.goto(path);
  const line = ben.page.getByText("New messages", { exact: true });
  await expect(line).toBeInViewport();
  await expect(new Conversation(ben.page).message("The first unread one.")).toBeInViewport();
});

test("a message that arrives while one reads above does not pull one down", async ({ people }) => {
  const { ana, ben, path } = await longTalk(people);
  const his = await Conversation.open(ben.page, path);
  await his.messages.hover();
  await ben.page.mouse.wheel(0, -700);
  const jump = ben.page.getByRole("button", { name: "New messages below" });
  await expect(jump).toBeHidden();
  const seen = his.message("Hers, number 26.");
  const before = await seen.boundingBox();

  await ana.say(path, "Are you still there?");
  await expect(jump).toBeVisible();
  expect((await seen.boundingBox())?.y).toBe(before?.y);
  await jump.click();
  await expect(his.message("Are you still there?")).toBeInViewport();
  await expect(jump).toBeHidden();
});

test("a conversation that hears something moves up, but not under the pointer", async ({ people }) => {
  const [ana, ben, carla] = await Promise.all([people.join("Ana"), people.join("Ben"), people.join("Carla")]);
  const [older, newer] = [await begin(ben, ana), await begin(carla, ana)];
  await ana.page.goto("/conversations");
  const names = () => ana.page.getByRole("list").locator(".row-name").allInnerTexts();
  await expect.poll(names).toEqual([carla.name, ben.name]);

  await ben.say(older, "Moving up.");
  await expect.poll(names).toEqual([ben.name, carla.name]);

  await ana.page.getByRole("link").filter({ hasText: ben.name }).hover();
  await carla.say(newer, "Not under the pointer.");
  await expect(ana.page.getByRole("link").filter({ hasText: "Not under the pointer." }), "its words change").toBeVisible();
  expect(await names(), "its place does not").toEqual([ben.name, carla.name]);
  await ana.page.getByRole("banner").hover();
  await expect.poll(names).toEqual([carla.name, ben.name]);
});

test("what is not seen is not marked as read", async ({ people }) => {
  const { ana, ben, path } = await longTalk(people);
  const his = await Conversation.open(ben.page, path);
  const hers = await Conversation.open(ana.page, path);
  await his.messages.hover();
  await ben.page.mouse.wheel(0, -700);
  await hers.send("Read this when you can.");
  await expect(ben.page.getByRole("button", { name: "New messages below" })).toBeVisible();
  await expect(hers.message("Read this when you can.").getByText("Read", { exact: true })).toHaveCount(0);
  await ben.page.getByRole("button", { name: "New messages below" }).click();
  await expect(hers.message("Read this when you can.").getByText("Read", { exact: true })).toBeVisible();
});

test("whoever comes to the site is shown to be there, on a page that is already open", async ({ people }) => {
  const [ana, ben] = await Promise.all([people.join("Ana"), people.join("Ben")]);
  const path = await begin(ana, ben);
  await ana.page.clock.install();
  await Conversation.open(ana.page, path);
  const marks = ana.page.locator(`[data-presence="${ben.handle}"]`);
  await expect(marks, "in the list and above the messages").toHaveCount(2);
  await expect(marks.filter({ visible: true })).toHaveCount(0);

  await Promise.all([ben.page.waitForResponse("**/presence"), ben.page.goto("/people")]);
  await ana.page.clock.fastForward("00:31");
  await expect(marks.filter({ visible: true })).toHaveCount(2);
});
