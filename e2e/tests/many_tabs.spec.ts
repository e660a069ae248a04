// Ten open tabs of one person work as one does.
import type { BrowserContext, Page } from "@playwright/test";
import { Conversation } from "../fixtures/conversation.js";
import type { Member } from "../fixtures/member.js";
import { begin } from "../fixtures/people.js";
import { expect, test } from "../fixtures/test.js";

/** Counts the event streams a browser holds open, and remembers whose they are. */
class Streams {
  private readonly open = new Map<object, Page>();

  constructor(browser: BrowserContext) {
    const isStream = (url: string) => new URL(url).pathname === "/live";
    browser.on("request", (request) => {
      if (isStream(request.url())) this.open.set(request, request.frame().page());
    });
    browser.on("requestfailed", (request) => this.open.delete(request));
    browser.on("requestfinished", (request) => this.open.delete(request));
  }

  get holders(): Page[] {
    return [...this.open.values()].filter((page) => !page.isClosed());
  }
}

const bell = (page: Page) => page.getByLabel(/^Bell:/);

async function openTabs(member: Member, count: number, path: string): Promise<Page[]> {
  const tabs = [member.page];
  while (tabs.length < count) tabs.push(await member.browser.newPage());
  for (const tab of tabs) await tab.goto(path);
  return tabs;
}

test("ten tabs hold one event stream, and the bell rings in all of them", async ({ people }) => {
  const [ana, ben] = await Promise.all([people.join("Ana"), people.join("Ben")]);
  const streams = new Streams(ben.browser);
  const tabs = await openTabs(ben, 10, "/people");
  await expect.poll(() => streams.holders.length).toBe(1);
  await ana.invite(ben, "Hello Ben.");
  for (const tab of tabs) await expect(bell(tab)).toHaveAccessibleName("Bell: one unread conversation");
  expect(streams.holders).toHaveLength(1);
});

test("when the tab that listens is closed, another takes over and nothing is lost", async ({ people }) => {
  const [ana, ben] = await Promise.all([people.join("Ana"), people.join("Ben")]);
  const path = await begin(ana, ben);
  const streams = new Streams(ben.browser);
  const tabs = await openTabs(ben, 4, path);
  await expect.poll(() => streams.holders.length).toBe(1);
  const leader = streams.holders[0];
  const others = tabs.filter((tab) => tab !== leader);

  const said = Array.from({ length: 12 }, (_, index) => `Message ${index + 1}.`);
  for (const [index, text] of said.entries()) {
    if (index === 4) void leader?.close();
    await ana.say(path, text);
  }
  for (const tab of others) {
    await expect.poll(async () => (await new Conversation(tab).texts()).slice(1)).toEqual(said);
  }
  await expect.poll(() => streams.holders.length).toBe(1);
});

test("what is read in one tab is read in all", async ({ people }) => {
  const [ana, ben] = await Promise.all([people.join("Ana"), people.join("Ben")]);
  const path = await begin(ana, ben);
  const [one, other] = await openTabs(ben, 2, "/people");
  if (!one || !other) throw new Error("two tabs were opened");
  await ana.say(path, "Are you there?");
  await expect(bell(other)).toHaveAccessibleName("Bell: one unread conversation");
  await one.goto(path);
  await expect(bell(other)).toHaveAccessibleName("Bell: nothing unread");
  await expect(other).not.toHaveTitle(/^\(/);
});
