// Many things of one kind are one stop for Tab, with the arrows to go through them.
import type { Locator, Page } from "@playwright/test";
import { Conversation } from "../fixtures/conversation.js";
import { begin } from "../fixtures/people.js";
import { expect, test } from "../fixtures/test.js";

/** How often Tab is pressed until this has the focus. */
async function stopsTo(page: Page, to: Locator, most: number): Promise<number> {
  for (let stops = 1; stops <= most; stops++) {
    await page.keyboard.press("Tab");
    if (await to.evaluate((element) => element === document.activeElement)) return stops;
  }
  return most + 1;
}

test("from a row it is at most five stops to where one writes, and as many back", async ({ people }) => {
  const [ana, ben, ...others] = await Promise.all(["Ana", "Ben", "Carla", "Dora", "Emma"].map((name) => people.join(name)));
  if (!ana || !ben) throw new Error("five people came");
  const path = await begin(ana, ben);
  for (let turn = 1; turn <= 8; turn++) {
    await ana.say(path, `Hers, number ${turn}: https://example.org/${turn}`);
    await ben.say(path, `His, number ${turn}.`);
  }
  for (const other of others) await begin(other, ana);
  const { page } = ana;
  const hers = await Conversation.open(page, path);
  const row = page.getByRole("region", { name: "My Conversations" }).getByRole("link", { name: ben.name });
  await row.focus();
  expect(await stopsTo(page, hers.composer, 5)).toBeLessThanOrEqual(5);
  await page.keyboard.press("Shift+Tab");
  await expect(hers.messages.getByRole("article").last()).toBeFocused();
});

test("arrows, Home and End go through the messages, to the sides to what can be done, Enter writes", async ({ people }) => {
  const [ana, ben] = await Promise.all([people.join("Ana"), people.join("Ben")]);
  const path = await begin(ana, ben);
  for (const text of ["One.", "Two.", "Three."]) await ana.say(path, text);
  await ben.say(path, "Four.");
  const hers = await Conversation.open(ana.page, path);
  const { keyboard } = ana.page;
  const at = (index: number) => hers.messages.getByRole("article").nth(index);
  await expect(at(4)).toBeVisible();
  await at(4).focus();
  await keyboard.press("ArrowUp");
  await expect(at(3)).toBeFocused();
  await expect(at(3), "who said it, though it is not seen").toHaveAccessibleName(/^You/);
  await expect(at(3)).toHaveAccessibleDescription("Three.");
  await keyboard.press("Home");
  await expect(at(0)).toBeFocused();
  await keyboard.press("End");
  await expect(at(4)).toBeFocused();
  await keyboard.press("ArrowUp");
  await keyboard.press("ArrowRight");
  await expect.poll(() => ana.page.evaluate(() => document.activeElement?.closest("article")?.textContent?.includes("Three."))).toBe(true);
  await expect(at(3)).not.toBeFocused();
  await keyboard.press("Escape");
  await expect(at(3), "and back").toBeFocused();
  await ben.say(path, "Five.");
  await expect(hers.message("Five.")).toBeVisible();
  await expect(at(3), "something arrived, and one stays").toBeFocused();
  await keyboard.press("Enter");
  await expect(hers.composer).toBeFocused();
  await keyboard.press("Shift+Tab");
  await expect(at(3), "Tab comes back to where one was").toBeFocused();
  await keyboard.press("ArrowDown");
  await expect(at(4)).toBeFocused();
});

test("arrows, Home and End go through the list, and r to where one writes", async ({ people }) => {
  const [ana, ben, carla, dora] = await Promise.all(["Ana", "Ben", "Carla", "Dora"].map((name) => people.join(name)));
  if (!ana || !ben || !carla || !dora) throw new Error("four people came");
  const path = await begin(ben, ana);
  for (const other of [carla, dora]) await begin(other, ana);
  const { page } = ana;
  const hers = await Conversation.open(page, path);
  const row = (of: string) => page.getByRole("region", { name: "My Conversations" }).getByRole("link", { name: of });
  await expect(hers.composer).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(row(ben.name)).toBeFocused();
  await page.keyboard.press("ArrowUp");
  await expect(row(carla.name)).toBeFocused();
  await page.keyboard.press("Home");
  await expect(row(dora.name)).toBeFocused();
  await page.keyboard.press("End");
  await expect(row(ben.name)).toBeFocused();
  await page.keyboard.press("r");
  await expect(hers.composer).toBeFocused();
  await expect(hers.composer).toHaveValue("");
});

test("arrows open a menu and go through it, and Escape leads back", async ({ people }) => {
  const [ana, ben] = await Promise.all([people.join("Ana"), people.join("Ben")]);
  const hers = await Conversation.open(ana.page, await begin(ana, ben));
  const { page } = hers;
  const button = page.getByLabel("More about this conversation");
  await button.focus();
  await page.keyboard.press("ArrowDown");
  await expect(page.getByRole("link", { name: /profile/ })).toBeFocused();
  await page.keyboard.press("End");
  await expect(page.getByRole("button", { name: /^Block / })).toBeFocused();
  await page.keyboard.press("ArrowUp");
  await expect(page.getByRole("button", { name: "Archive" })).toBeFocused();
  await page.keyboard.press("ArrowUp");
  await expect(page.getByRole("button", { name: "Mark as unread" })).toBeFocused();
  await page.keyboard.press("Home");
  await expect(page.getByRole("link", { name: /profile/ })).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(button).toBeFocused();
  await expect(page.getByRole("button", { name: "Archive" })).toBeHidden();
  await page.keyboard.press("ArrowUp");
  await expect(page.getByRole("button", { name: /^Block / })).toBeFocused();
});

test("ArrowUp where nothing is written edits the last own message, Enter saves it, and Escape leads back", async ({ people }) => {
  const [ana, ben] = await Promise.all([people.join("Ana"), people.join("Ben")]);
  const path = await begin(ana, ben);
  const hers = await Conversation.open(ana.page, path);
  await hers.send("See you on Mondy.");
  await ben.say(path, "Which day?");
  await expect(hers.message("Which day?")).toBeVisible();
  const box = ana.page.getByRole("textbox", { name: "Your message" });
  await hers.composer.press("ArrowUp");
  await expect(box).toHaveValue("See you on Mondy.");
  await expect(box).toBeFocused();
  await box.press("Escape");
  await expect(box).toBeHidden();
  await expect(hers.composer).toBeFocused();
  await hers.composer.fill("Not yet");
  await hers.composer.press("ArrowUp");
  await expect(box, "where something is written it moves the cursor").toBeHidden();
  await hers.composer.fill("");
  await hers.composer.press("ArrowUp");
  await box.fill("See you on Monday.");
  await box.press("Shift+Enter");
  await box.pressSequentially("At ten.");
  await box.press("Enter");
  await expect(hers.message("See you on Monday.")).toContainText("At ten.");
  await expect(hers.composer).toBeFocused();
});

test("who sends by Ctrl and Enter saves an edit so, too", async ({ people }) => {
  const [ana, ben] = await Promise.all([people.join("Ana"), people.join("Ben")]);
  const path = await begin(ana, ben);
  await ana.say(path, "See you on Mondy.");
  await ana.post("/preferences/appearance", { language: "en", theme: "auto", send_key: "ctrl_enter" });
  const hers = await Conversation.open(ana.page, path);
  const box = ana.page.getByRole("textbox", { name: "Your message" });
  await hers.composer.press("ArrowUp");
  await box.fill("See you on Monday.");
  await box.press("Enter");
  await expect(box).toHaveValue("See you on Monday.\n");
  await box.press("Control+Enter");
  await expect(hers.message("See you on Monday.")).toContainText("edited");
});
