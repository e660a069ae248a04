// How it looks, as far as that can be measured: how much fits, what stays where it is, what it weighs.
import { brotliCompressSync, gzipSync } from "node:zlib";
import type { BrowserContextOptions, Page } from "@playwright/test";
import { begin, type People } from "../fixtures/people.js";
import type { Member } from "../fixtures/member.js";
import { expect, test } from "../fixtures/test.js";

const DESKTOP = { viewport: { width: 1440, height: 900 } };
const PHONE = { viewport: { width: 390, height: 420 }, hasTouch: true, isMobile: true };

/** Two who said so many short things to each other. */
async function talked(people: People, times: number, options: BrowserContextOptions = {}): Promise<{ me: Member; other: Member; path: string }> {
  const [me, other] = await Promise.all([people.join("Maya", options), people.join("Otis")]);
  const path = await begin(me, other);
  for (let turn = 1; turn <= times; turn++) await (turn % 2 ? me : other).say(path, `Number ${turn}. Shall we walk by the river?`);
  await me.post(`${path}/read`, { sequence: "9999" });
  return { me, other, path };
}

/** How many messages stand wholly between the head and the composer. */
const inView = (page: Page): Promise<number> =>
  page.evaluate(() => {
    const { top, bottom } = document.querySelector(".messages-scroll")?.getBoundingClientRect() ?? new DOMRect();
    const bubbles = Array.from(document.querySelectorAll(".message-body"), (bubble) => bubble.getBoundingClientRect());
    return bubbles.filter((bubble) => bubble.top >= top && bubble.bottom <= bottom).length;
  });

/** How far the page shifted while it came: what the browser counts (CLS). */
async function watchShifts(page: Page): Promise<() => Promise<number>> {
  await page.addInitScript(() => {
    const watched = window as Window & { shifts?: number };
    watched.shifts = 0;
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) watched.shifts = (watched.shifts ?? 0) + (entry as PerformanceEntry & { value: number }).value;
    }).observe({ type: "layout-shift", buffered: true });
  });
  return () => page.evaluate(() => (window as Window & { shifts?: number }).shifts ?? 1);
}

test("a conversation of two shows twelve messages and more on a desktop, and opens without a shift", async ({ people }) => {
  const { me, path } = await talked(people, 24, DESKTOP);
  const shifts = await watchShifts(me.page);
  await me.page.goto(path);
  await expect(me.page.getByRole("group", { name: "Messages" }).getByText("Number 24.")).toBeInViewport();
  expect(await inView(me.page)).toBeGreaterThanOrEqual(12);
  await me.page.waitForTimeout(500);
  expect(await shifts()).toBeLessThanOrEqual(0.02);
});

test("without the script a conversation opens at its end too", async ({ people }) => {
  const { me, path } = await talked(people, 24);
  const context = await people.sitDown({ javaScriptEnabled: false, storageState: await me.browser.storageState() });
  const page = await context.newPage();
  await page.goto(path);
  await expect(page.getByRole("group", { name: "Messages" }).getByText("Number 24.")).toBeInViewport();
  await expect(page.getByRole("group", { name: "Messages" }).getByRole("paragraph").filter({ hasText: "Number 1." })).not.toBeInViewport();
});

test("nothing moves under the pointer, and no time covers a word", async ({ people }) => {
  const { me, path } = await talked(people, 8, DESKTOP);
  const { page } = me;
  await me.say(path, "A last line that ends where the time would stand, if nobody had kept that place free for it. ".repeat(2).trim());
  await page.goto(path);
  const places = () => page.locator(".message-body").evaluateAll((all) => all.map((one) => JSON.stringify(one.getBoundingClientRect())));
  const before = await places();
  for (const message of await page.locator(".message").all()) {
    await message.hover();
    expect(await places()).toEqual(before);
  }
  const covered = await page.locator(".message-body").evaluateAll((bubbles) =>
    bubbles.filter((bubble) => {
      const time = bubble.querySelector(".message-meta")?.getBoundingClientRect() ?? new DOMRect();
      const words = document.createRange();
      words.selectNodeContents(bubble.querySelector(".message-text") ?? bubble);
      return Array.from(words.getClientRects()).some((line) => line.width > 0 && line.right > time.left && line.left < time.right && line.bottom > time.top + 2 && line.top < time.bottom - 2 && line.width < bubble.clientWidth - 30);
    }).length,
  );
  expect(covered).toBe(0);
});

test("on a phone with its keyboard up most of the height is messages, under one bar", async ({ people }) => {
  const { me, path } = await talked(people, 24, PHONE);
  const { page } = me;
  await page.goto(path);
  await expect(page.locator(".bar")).toBeHidden();
  await expect(page.locator(".composer-foot")).toHaveCount(0);
  const strip = (await page.locator(".demo-strip").boundingBox())?.height ?? 0;
  const messages = (await page.locator(".messages-scroll").boundingBox())?.height ?? 0;
  expect(messages / (420 - strip)).toBeGreaterThan(0.6);
  await page.locator("#composer-text").fill(Array.from({ length: 12 }, (_, line) => `Line ${line}`).join("\n"));
  const lines = await page.locator("#composer-text").evaluate((field) => (field.clientHeight - 19) / parseFloat(getComputedStyle(field).lineHeight));
  expect(Math.round(lines), "it grows to five lines").toBe(5);
});

test("a page of fifty messages and the script are small", async ({ people }) => {
  const { me, path } = await talked(people, 52);
  await me.page.goto(path);
  const html = await me.page.evaluate(async () => (await fetch(location.href)).text());
  expect(html.match(/data-sequence=/g)?.length).toBe(50);
  expect(gzipSync(html, { level: 9 }).length, "fifty messages").toBeLessThanOrEqual(30_000);
  const script = await me.page.evaluate(async () => (await fetch(document.querySelector<HTMLScriptElement>("script[src]")?.src ?? "")).text());
  expect(brotliCompressSync(script).length, "all script").toBeLessThanOrEqual(100_000);
});

test("accepting turns the letter into the conversation, and nothing turns for who wants no motion", async ({ people }) => {
  for (const reducedMotion of ["no-preference", "reduce"] as const) {
    const [maya, otis] = await Promise.all([people.join("Maya"), people.join("Otis")]);
    const { page } = otis;
    await page.emulateMedia({ reducedMotion });
    await page.addInitScript(() => {
      document.addEventListener("DOMContentLoaded", () => {
        const start = document.startViewTransition.bind(document);
        document.startViewTransition = (update) => {
          const turn = start(update as () => Promise<void>);
          // What turns is what stands in both.
          void turn.ready.then(() => {
            const turns = document.getAnimations().map(({ effect }) => (effect as KeyframeEffect).pseudoElement);
            document.documentElement.dataset["turned"] = turns.filter((part) => part?.includes("group(letter)")).join(" ");
          });
          return turn;
        };
      });
    });
    await page.goto(await maya.invite(otis, "Shall we walk by the river?"));
    await page.getByRole("button", { name: "Accept" }).click();
    await expect(page.locator(".messages .message")).toContainText("Shall we walk by the river?");
    await expect(page.locator(".message-turns"), "once it has turned nothing is left of it").toHaveCount(0);
    const turned = await page.evaluate(() => document.documentElement.dataset["turned"]);
    expect(turned).toBe(reducedMotion === "reduce" ? undefined : "::view-transition-group(letter)");
  }
});
