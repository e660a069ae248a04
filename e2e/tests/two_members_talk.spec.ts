// The whole way: two people who did not know each other, each at a browser of their own.
import { Conversation } from "../fixtures/conversation.js";
import { Mailbox } from "../fixtures/mailbox.js";
import { begin } from "../fixtures/people.js";
import { expect, test } from "../fixtures/test.js";

test("a member finds another, is accepted from the mail, and both talk live", async ({ people }) => {
  const [ana, ben] = await Promise.all([people.join("Ana"), people.join("Ben")]);
  await ben.page.goto("/people");
  const bell = ben.page.getByLabel(/^Bell:/);
  await expect(bell).toHaveAccessibleName("Bell: nothing unread");

  await ana.page.goto("/people");
  const search = ana.page.getByRole("main").getByRole("searchbox");
  await search.fill(ben.name);
  await ana.page.getByRole("main").getByRole("link", { name: ben.name }).click();
  await ana.page.getByRole("link", { name: "Start conversation" }).click();
  await ana.page.getByLabel("First message").fill("Hello Ben, do you still repair **bicycles**?");
  await ana.page.getByRole("button", { name: "Send" }).click();
  await expect(ana.page.getByText(/^Waiting for .*Ben.* to answer$/)).toBeVisible();

  await expect(bell).toHaveAccessibleName("Bell: one unread conversation");
  await expect(ben.page).toHaveTitle(/^\(1\) /);

  const mail = await new Mailbox(ben.page).open(ben.address, "would like to talk with you");
  const opened = ben.browser.waitForEvent("page");
  await mail.link("Read and answer").click();
  const landing = await opened;
  await expect(landing.getByRole("heading", { level: 1 })).toContainText(ana.name);
  await expect(landing.getByText("do you still repair bicycles?")).toBeVisible();
  await landing.getByRole("button", { name: "Accept" }).click();
  await landing.getByRole("link", { name: "Go to the conversation" }).click();

  const [hers, his] = [new Conversation(ana.page), new Conversation(landing)];
  await expect(hers.composer, "her page becomes writable by itself").toBeVisible();
  await hers.send("Mine squeaks.");
  await expect(his.message("Mine squeaks.")).toBeVisible();
  await his.send("Bring it on *Saturday*.");
  await expect(hers.message("Bring it on Saturday.").locator("em")).toHaveText("Saturday");
  await expect(his.message("Bring it on Saturday."), "he sees that she has read it").toContainText("Read");
});

test("what one edits or deletes changes in the other browser", async ({ people }) => {
  const [ana, ben] = await Promise.all([people.join("Ana"), people.join("Ben")]);
  const path = await begin(ana, ben);
  const hers = await Conversation.open(ana.page, path);
  const his = await Conversation.open(ben.page, path);
  await hers.send("See you on Mondy.");
  await hers.send("And bring the cat.");
  await expect(his.message("And bring the cat.")).toBeVisible();

  const typo = hers.message("See you on Mondy.");
  await typo.hover();
  await typo.getByLabel("Edit").click();
  await typo.getByRole("textbox", { name: "Your message" }).fill("See you on Monday.");
  await typo.getByRole("button", { name: "Save" }).click();
  await expect(his.message("See you on Monday.")).toContainText("edited");
  await expect(his.message("Mondy")).toHaveCount(0);

  const cat = hers.message("And bring the cat.");
  await cat.hover();
  await cat.getByRole("button", { name: "Delete" }).click();
  await expect(his.message("This message was deleted.")).toBeVisible();
  await ana.page.getByRole("button", { name: "Undo" }).click();
  await expect(his.message("And bring the cat.")).toBeVisible();
  await hers.message("And bring the cat.").hover();
  await hers.message("And bring the cat.").getByRole("button", { name: "Delete" }).click();
  await expect(his.message("This message was deleted.")).toBeVisible();
  await expect(his.message("And bring the cat.")).toHaveCount(0);
});

test("an invitation can be edited and withdrawn, and the invited sees it at once", async ({ people }) => {
  const [ana, ben] = await Promise.all([people.join("Ana"), people.join("Ben")]);
  await ben.page.goto("/conversations?show=invitations");
  const path = await ana.invite(ben, "Hello Bne.");
  const row = ben.page.getByRole("listitem").filter({ hasText: ana.name });
  await row.getByRole("link").click();
  await expect(ben.page.getByText("Hello Bne.").last()).toBeVisible();

  await ana.page.goto(path);
  await ana.page.getByText("Edit the message").click();
  await ana.page.getByRole("textbox", { name: "Your message" }).fill("Hello Ben.");
  await ana.page.getByRole("button", { name: "Save" }).click();
  await expect(ben.page.getByRole("article")).toContainText("Hello Ben.");

  await ana.page.getByRole("button", { name: "Withdraw" }).click();
  await expect(ana.page.getByText("Your message is withdrawn.")).toBeVisible();
  await expect(ben.page.getByText("This invitation is no longer open.")).toBeVisible();
  await expect(row).toHaveCount(0);
});

test("declining leaves the starter's page as it was", async ({ people }) => {
  const [ana, ben] = await Promise.all([people.join("Ana"), people.join("Ben")]);
  const path = await ana.invite(ben, "Hello Ben.");
  await ana.page.goto(path);
  const before = await ana.page.getByRole("main").innerText();
  await ben.page.goto(path);
  await ben.page.getByRole("button", { name: "Decline", exact: true }).click();
  await expect(ben.page.getByText("Declined. The writer is not told.")).toBeVisible();
  await ana.page.reload();
  expect(await ana.page.getByRole("main").innerText()).toBe(before);
});
