// What can be undone says so, with a button, and asks nothing before.
import type { Page } from "@playwright/test";
import { Conversation } from "../fixtures/conversation.js";
import { begin } from "../fixtures/people.js";
import { expect, test } from "../fixtures/test.js";

const undo = (page: Page) => page.getByRole("button", { name: "Undo" });
const said = (page: Page) => page.locator("#said");

async function choose(page: Page, action: string): Promise<void> {
  await page.getByLabel("More about this conversation").click();
  await page.getByRole("button", { name: action }).click();
}

const listed = (page: Page) => page.getByRole("region", { name: "My Conversations" });

test("archiving and marking as unread are undone by one button, which leads back to the row", async ({ people }) => {
  const [ana, ben] = await Promise.all([people.join("Ana"), people.join("Ben")]);
  const path = await begin(ana, ben);
  const row = listed(ana.page).getByRole("link", { name: ben.name });
  for (const action of ["Archive", "Mark as unread"]) {
    await Conversation.open(ana.page, path);
    await expect(row, "it is read by now").not.toContainText("unread");
    await choose(ana.page, action);
    await expect(undo(ana.page)).toBeVisible();
    await expect(row).toHaveCount(action === "Archive" ? 0 : 1);
    await undo(ana.page).click();
    await expect(row).toBeFocused();
    await expect(ana.page).toHaveURL(/\/conversations$/);
    await expect(row).not.toContainText("unread");
    await expect(undo(ana.page)).toHaveCount(0);
  }
});

test("undoing gives back what was there before: the list, the place, the number", async ({ people }) => {
  const [ana, ben, carla, dora] = await Promise.all([people.join("Ana"), people.join("Ben"), people.join("Carla"), people.join("Dora")]);
  for (const other of [dora, ben, carla]) {
    const path = await begin(other, ana);
    for (const text of ["One.", "Two."]) await other.say(path, text);
  }
  const { page } = ana;
  const rows = listed(page).locator(".row-link");
  const names = async () => (await rows.locator(".row-name").allInnerTexts()).map((name) => name.split(" ")[0]);
  for (const path of ["/conversations?show=unread", "/conversations"]) {
    await page.goto(path);
    await expect.poll(names).toEqual(["Carla", "Ben", "Dora"]);
    const number = await rows.nth(1).locator(".row-count").innerText();
    await rows.nth(1).focus();
    await page.keyboard.press("e");
    await expect.poll(names).toEqual(["Carla", "Dora"]);
    await expect(rows.nth(1), "the next one").toBeFocused();
    if (path === "/conversations") await undo(page).click();
    else await page.keyboard.press("z");
    await expect.poll(names).toEqual(["Carla", "Ben", "Dora"]);
    await expect(rows.nth(1)).toBeFocused();
    await expect(rows.nth(1).locator(".row-count")).toHaveText(number);
    await expect(page.getByLabel(/^Bell:/)).toHaveAccessibleName("Bell: 3 unread conversations");
    expect(page.url().endsWith(path)).toBe(true);
  }
});

test("what is archived beside an open conversation leaves that open, with what is typed there, and so does its undo", async ({ people }) => {
  const [ana, ben, carla] = await Promise.all([people.join("Ana"), people.join("Ben"), people.join("Carla")]);
  await begin(ben, ana);
  const path = await begin(carla, ana);
  const { page } = ana;
  const hers = await Conversation.open(page, path);
  await hers.composer.fill("I was about to say");
  const row = listed(page).getByRole("link", { name: ben.name });
  await row.focus();
  await page.keyboard.press("e");
  await expect(row).toHaveCount(0);
  await undo(page).click();
  await expect(row).toBeFocused();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(carla.name);
  await expect(hers.composer).toHaveValue("I was about to say");
});

test("what was marked as unread in the archive goes back there", async ({ people }) => {
  const [ana, ben] = await Promise.all([people.join("Ana"), people.join("Ben")]);
  const path = await begin(ana, ben);
  const { page } = ana;
  await Conversation.open(page, path);
  await choose(page, "Archive");
  await page.goto("/conversations?show=archived");
  const row = listed(page).getByRole("link", { name: ben.name });
  await row.focus();
  await page.keyboard.press("u");
  await expect(row).toHaveCount(0);
  await undo(page).click();
  await expect(row).toBeFocused();
  await expect(row).not.toContainText("unread");
});

test("a notice is said once, covers neither the last message nor where one writes, and stays while one is at it", async ({ people }) => {
  const [ana, ben] = await Promise.all([people.join("Ana"), people.join("Ben")]);
  const hers = await Conversation.open(ana.page, await begin(ana, ben));
  await hers.send("One.");
  await hers.message("One.").hover();
  await ana.page.clock.install();
  await hers.message("One.").getByRole("button", { name: "Delete" }).click();
  const notice = ana.page.locator(".notice");
  await expect(notice).toBeVisible();
  await ana.page.clock.runFor(1_000);
  await expect(said(ana.page)).toHaveText("Message deleted.");

  const box = async (selector: string) => (await ana.page.locator(selector).last().boundingBox()) ?? { y: 0, height: 0 };
  await expect(async () => {
    const [at, message, composer] = [await box(".notice"), await box(".message-text"), await box(".composer")];
    expect(message.y + message.height).toBeLessThanOrEqual(at.y);
    expect(at.y + at.height).toBeLessThanOrEqual(composer.y);
  }).toPass({ timeout: 2_000 });

  await notice.hover();
  await ana.page.clock.runFor(60_000);
  await expect(notice).toBeVisible();
  await hers.composer.hover();
  await ana.page.clock.runFor(8_000);
  await expect(notice, "long enough to decide").toBeVisible();
  await ana.page.clock.runFor(3_000);
  await expect(notice).toHaveCount(0);
});

test("a conversation marked as unread is read again by opening it", async ({ people }) => {
  const [ana, ben] = await Promise.all([people.join("Ana"), people.join("Ben")]);
  const path = await begin(ana, ben);
  const { page } = ben;
  await Conversation.open(page, path);
  await page.getByLabel("More about this conversation").click();
  await page.getByRole("button", { name: "Mark as unread" }).click();
  const bell = page.getByLabel(/^Bell:/);
  await expect(bell).toHaveAccessibleName("Bell: one unread conversation");
  await page.goto("/conversations");
  await expect(bell, "the list reads nothing").toHaveAccessibleName("Bell: one unread conversation");
  await Conversation.open(page, path);
  await expect(bell).toHaveAccessibleName("Bell: nothing unread");
});
