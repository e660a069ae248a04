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

test("archiving and marking as unread are undone by one button", async ({ people }) => {
  const [ana, ben] = await Promise.all([people.join("Ana"), people.join("Ben")]);
  const hers = await Conversation.open(ana.page, await begin(ana, ben));
  const row = ana.page.getByRole("region", { name: "My Conversations" }).getByRole("link", { name: ben.name });
  for (const action of ["Archive", "Mark as unread"]) {
    await choose(ana.page, action);
    await expect(undo(ana.page)).toBeVisible();
    await expect(row).toHaveCount(action === "Archive" ? 0 : 1);
    await undo(ana.page).click();
    await expect(hers.composer).toBeVisible();
    await expect(row).toHaveCount(1);
    await expect(row).not.toContainText("unread");
  }
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
  await ana.page.clock.runFor(11_000);
  await expect(notice, "long enough to decide").toBeVisible();
  await ana.page.clock.runFor(10_000);
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
