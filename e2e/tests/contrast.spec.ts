// For those who look at it otherwise: colours of their own, more contrast, four times as large.
import type { Locator, Page } from "@playwright/test";
import { Conversation } from "../fixtures/conversation.js";
import { begin } from "../fixtures/people.js";
import { expect, test } from "../fixtures/test.js";

const style = (at: Locator, property: string): Promise<string> =>
  at.evaluate((element, property) => getComputedStyle(element).getPropertyValue(property), property);

/** Whether an element can be told from what is behind it, in colours of one's own. */
async function isSeen(page: Page, selector: string): Promise<void> {
  const paper = await style(page.locator("html"), "background-color");
  const at = page.locator(selector).first();
  const [border, width, background] = await Promise.all(["border-top-color", "border-top-width", "background-color"].map((property) => style(at, property)));
  const hasEdge = width !== "0px" && border !== paper;
  expect(hasEdge || (background !== paper && background !== "rgba(0, 0, 0, 0)"), `${selector}: ${border} ${width} ${background}`).toBe(true);
}

test("in colours of one's own, what is chosen, who is there and pictures can be told", async ({ people }) => {
  const [ana, ben] = await Promise.all([people.join("Ana"), people.join("Ben")]);
  const path = await begin(ana, ben);
  await Promise.all([ben.page.waitForResponse("**/presence"), ben.page.goto("/people")]);
  const { page } = ana;
  await page.emulateMedia({ forcedColors: "active" });
  await Conversation.open(page, path);
  const [chosen, other] = [page.locator('.tabs [aria-current="page"]'), page.locator(".tabs a:not([aria-current])").first()];
  expect(await style(chosen, "border-bottom-color")).not.toBe(await style(other, "border-bottom-color"));
  expect(await style(other, "border-bottom-color")).toBe(await style(page.locator("html"), "background-color"));
  expect(await style(page.locator('.row-link[aria-current="page"]'), "outline-style")).toBe("solid");
  for (const selector of [".avatar", ".conversation-head .presence", ".send", ".message-body"]) await isSeen(page, selector);
});

test("who asks for more contrast gets more", async ({ people }) => {
  const [ana, ben] = await Promise.all([people.join("Ana"), people.join("Ben")]);
  const path = await begin(ana, ben);
  const { page } = ana;
  const edge = async (contrast: "more" | "no-preference") => {
    await page.emulateMedia({ contrast, colorScheme: "light" });
    await Conversation.open(page, path);
    return style(page.locator(".message-body").first(), "border-top-width");
  };
  expect(await edge("no-preference")).toBe("0px");
  expect(await edge("more"), "a message has an edge").toBe("1px");
});

test("four times as large, the page scrolls, and the foot of the composer can be reached", async ({ people }) => {
  const [ana, ben] = await Promise.all([people.join("Ana"), people.join("Ben")]);
  const path = await begin(ana, ben);
  const { page } = ana;
  await page.setViewportSize({ width: 360, height: 225 });
  const hers = await Conversation.open(page, path);
  await expect(hers.composer).toBeFocused();
  await expect(hers.composer, "one sees where one writes").toBeInViewport({ ratio: 1 });
  await page.evaluate(() => window.scrollTo(0, document.documentElement.scrollHeight));
  await expect(page.getByRole("button", { name: "Send" })).toBeInViewport({ ratio: 1 });
  const messages = await hers.messages.boundingBox();
  expect(messages?.height, "and there is room for messages").toBeGreaterThan(100);
  await page.getByLabel("Formatting", { exact: true }).click();
  const preview = page.getByRole("button", { name: "Preview" });
  await preview.scrollIntoViewIfNeeded();
  await expect(preview, "the menu can be seen to its end").toBeInViewport({ ratio: 1 });
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
});

test("one's own menu is called by what one sees", async ({ people }) => {
  const { page, name } = await people.join("Ana");
  await page.goto("/people");
  const menu = page.locator(".bar-me");
  await expect(menu).toHaveAccessibleName(new RegExp(`\\(${name[0]}`));
  await expect(menu).toHaveAccessibleName(new RegExp((await menu.innerText()).trim()));
});
