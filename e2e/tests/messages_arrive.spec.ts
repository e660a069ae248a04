// How soon, in which order and how often a message is seen in the other browser.
import type { Page } from "@playwright/test";
import { Conversation } from "../fixtures/conversation.js";
import { begin, type People } from "../fixtures/people.js";
import { expect, test } from "../fixtures/test.js";

const NINETY_NINTH = 0.99;

test("each of 100 messages is seen in the other browser, without a reload", async ({ people }) => {
  test.setTimeout(240_000);
  // Nobody may send more than 30 a minute, so four people send 25 each.
  const waits = (await Promise.all([exchange(people), exchange(people)])).flat().sort((a, b) => a - b);
  expect(waits).toHaveLength(100);
  // Said, not held: two browsers and whatever else runs share this machine. It is meant to stay under a second.
  const slowest = waits[Math.ceil(waits.length * NINETY_NINTH) - 1];
  console.log(`99 of 100 messages were seen within ${slowest} ms`);
});

/** Two people send each other 25 messages; the milliseconds that each took to be seen. */
async function exchange(people: People): Promise<number[]> {
  const [ana, ben] = await Promise.all([people.join("Ana"), people.join("Ben")]);
  const path = await begin(ana, ben);
  const [hers, his] = await Promise.all([Conversation.open(ana.page, path), Conversation.open(ben.page, path)]);
  await Promise.all([noteArrivals(ana.page), noteArrivals(ben.page)]);
  const waits: number[] = [];
  for (let turn = 1; turn <= 25; turn++) {
    waits.push(await wait(hers, his, `This is hers, number ${turn}.`));
    waits.push(await wait(his, hers, `This is his, number ${turn}.`));
  }
  return waits;
}

async function wait(from: Conversation, to: Conversation, text: string): Promise<number> {
  await from.composer.fill(text);
  const sent = Date.now();
  await from.composer.press("Enter");
  const seen = await to.page.waitForFunction((text) => (window as Noting).arrivals?.get(text), text);
  return Number(await seen.jsonValue()) - sent;
}

type Noting = Window & { arrivals?: Map<string, number> };

/** Has the page note when each message came into it. */
async function noteArrivals(page: Page): Promise<void> {
  await page.evaluate(() => {
    const arrivals = ((window as Noting).arrivals = new Map<string, number>());
    const note = () => {
      for (const text of document.querySelectorAll("[data-sequence] .message-text")) {
        const said = text.textContent?.trim() ?? "";
        if (!arrivals.has(said)) arrivals.set(said, Date.now());
      }
    };
    new MutationObserver(note).observe(document.body, { childList: true, subtree: true });
  });
}

test("messages sent in quick succession keep their order", async ({ people }) => {
  const [ana, ben] = await Promise.all([people.join("Ana"), people.join("Ben")]);
  const path = await begin(ana, ben);
  const [hers, his] = await Promise.all([Conversation.open(ana.page, path), Conversation.open(ben.page, path)]);
  const said = Array.from({ length: 20 }, (_, index) => `Thought number ${index + 1}.`);
  for (const text of said) await hers.send(text);
  await expect.poll(async () => (await his.texts()).slice(1)).toEqual(said);
  expect((await hers.texts()).slice(1)).toEqual(said);
});

test("a message submitted twice is posted once", async ({ people }) => {
  const [ana, ben] = await Promise.all([people.join("Ana"), people.join("Ben")]);
  const path = await begin(ana, ben);
  const [hers, his] = await Promise.all([Conversation.open(ana.page, path), Conversation.open(ben.page, path)]);
  await hers.composer.fill("Only once, please.");
  await ana.page.locator("#composer").evaluate((form: HTMLFormElement) => {
    form.requestSubmit();
    form.requestSubmit();
  });
  await hers.send("And this after it.");
  await expect(his.message("And this after it.")).toBeVisible();
  await expect(his.message("Only once, please.")).toHaveCount(1);
  await expect(hers.message("Only once, please.")).toHaveCount(1);
});

test("the first message submitted twice begins one conversation", async ({ people }) => {
  const [ana, ben] = await Promise.all([people.join("Ana"), people.join("Ben")]);
  await ana.page.goto(`/conversations/new?to=${ben.handle}`);
  await ana.page.getByLabel("First message").fill("Hello Ben.");
  await ana.page.getByRole("button", { name: "Send" }).dblclick();
  await expect(ana.page.getByText(/^Waiting for/)).toBeVisible();
  await ana.page.goto("/conversations");
  await expect(ana.page.getByRole("link").filter({ hasText: ben.name })).toHaveCount(1);
});
