// The message of an invitation that waits for its answer is edited as any other.
import { Conversation } from "../fixtures/conversation.js";
import { expect, test } from "../fixtures/test.js";

test("the message of an invitation is edited in its place, with a draft, Cancel and Escape", async ({ people }) => {
  const [ana, ben] = await Promise.all([people.join("Ana"), people.join("Ben")]);
  const path = await ana.invite(ben, "Hello Bne.");
  const { page } = ana;
  await page.goto(path);
  const box = page.getByRole("textbox", { name: "Your message" });
  await page.getByText("Edit the message").click();
  await expect(box).toBeFocused();
  await page.keyboard.type(" How are you?");
  await page.reload();
  await expect(box, "kept").toHaveValue("Hello Bne. How are you?");
  await page.getByRole("button", { name: "Cancel" }).click();
  await expect(box).toBeHidden();
  await expect(page.getByText("Edit the message")).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(box, "given up").toHaveValue("Hello Bne.");
  await box.press("Escape");
  await expect(box).toBeHidden();
  await page.reload();
  await page.getByText("Edit the message").click();
  await box.fill("Hello Ben.");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByRole("article")).toContainText("Hello Ben.");
  await page.reload();
  await expect(page.getByText(/^Waiting for/)).toBeVisible();
  await expect(box).toBeHidden();
});

test("an invitation that is accepted while one edits its message says so, and the edit goes on", async ({ people }) => {
  const [ana, ben] = await Promise.all([people.join("Ana"), people.join("Ben")]);
  const path = await ana.invite(ben, "Hello Bne.");
  const { page } = ana;
  await Promise.all([page.waitForRequest(/\/live\?/), page.goto(path)]);
  await page.getByText("Edit the message").click();
  const box = page.getByRole("textbox", { name: "Your message" });
  await page.keyboard.type(" How");
  await ben.accept(path);
  const hers = new Conversation(page);
  await expect(hers.composer).toBeVisible();
  await expect(page.getByText(/^Waiting for/)).toHaveCount(0);
  await expect(box).toBeFocused();
  await page.keyboard.type(" are you?");
  await expect(box).toHaveValue("Hello Bne. How are you?");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(hers.message("Hello Bne. How are you?")).toContainText("edited");
});

test("a page that did not hear of the acceptance learns of it when the edit is saved", async ({ people }) => {
  const [ana, ben] = await Promise.all([people.join("Ana"), people.join("Ben")]);
  const path = await ana.invite(ben, "Hello Bne.");
  const { page } = ana;
  await page.route("**/live?*", (route) => new Promise(() => route));
  await page.goto(path);
  await page.getByText("Edit the message").click();
  await page.getByRole("textbox", { name: "Your message" }).fill("Hello Ben.");
  await ben.accept(path);
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("Your invitation was accepted meanwhile. Your message is changed.")).toBeVisible();
  const hers = new Conversation(page);
  await expect(hers.message("Hello Ben.")).toBeVisible();
  await expect(hers.composer).toBeFocused();
});

test("an edit that goes on while the invitation is withdrawn in another tab is shown, and goes on after Undo", async ({ people }) => {
  const [ana, ben] = await Promise.all([people.join("Ana"), people.join("Ben")]);
  const path = await ana.invite(ben, "Hello Bne.");
  const { page } = ana;
  await Promise.all([page.waitForRequest(/\/live\?/), page.goto(path)]);
  await page.getByText("Edit the message").click();
  await page.getByRole("textbox", { name: "Your message" }).fill("Hello Ben. How are you?");
  const other = await ana.browser.newPage();
  await other.goto(path);
  await other.getByRole("button", { name: "Withdraw" }).click();
  const leftover = page.getByRole("textbox", { name: /What you typed was not saved/ });
  await expect(leftover).toHaveValue("Hello Ben. How are you?");
  await other.getByRole("button", { name: "Undo" }).click();
  await expect(page.getByRole("textbox", { name: "Your message" })).toHaveValue("Hello Ben. How are you?");
  await page.getByRole("button", { name: "Withdraw" }).click();
  await page.goto(path);
  await expect(leftover).toHaveValue("Hello Ben. How are you?");
  await page.getByRole("button", { name: "Discard" }).click();
  await expect(leftover).toBeHidden();
  await page.reload();
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await expect(leftover).toBeHidden();
});
