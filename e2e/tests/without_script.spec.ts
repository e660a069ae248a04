// Everything but what is live works in a browser that runs no script.
import type { Page } from "@playwright/test";
import { Mailbox } from "../fixtures/mailbox.js";
import type { Member } from "../fixtures/member.js";
import { PASSWORD, begin } from "../fixtures/people.js";
import { expect, test } from "../fixtures/test.js";

const NO_SCRIPT = { javaScriptEnabled: false };

/** Signs somebody in as one does by hand. */
async function signIn(member: Member): Promise<Page> {
  await member.page.goto("/sign-in");
  await member.page.getByLabel("E-mail address").fill(member.address);
  await member.page.getByLabel("Password").fill(PASSWORD);
  await member.page.getByRole("main").getByRole("button", { name: "Sign in", exact: true }).click();
  await expect(member.page.getByLabel("Your menu")).toBeVisible();
  return member.page;
}

test("two people start, accept and talk", async ({ people }) => {
  const [ana, ben] = await Promise.all([people.enrol("Ana", "en", NO_SCRIPT), people.enrol("Ben", "en", NO_SCRIPT)]);
  const [hers, his] = await Promise.all([signIn(ana), signIn(ben)]);
  await hers.goto("/people");
  await hers.getByRole("main").getByRole("searchbox").fill(ben.name);
  await hers.getByRole("main").getByRole("button", { name: "Search" }).click();
  await hers.getByRole("link", { name: ben.name }).click();
  await hers.getByRole("link", { name: "Start conversation" }).click();
  await hers.getByLabel("First message").fill("Hello *Ben*.");
  await hers.getByRole("button", { name: "Preview" }).click();
  await expect(hers.locator("em")).toHaveText("Ben");
  await hers.goBack();
  await hers.getByLabel("First message").fill("Hello *Ben*.");
  await hers.getByRole("button", { name: "Send" }).click();
  await expect(hers.getByText(/^Waiting for/)).toBeVisible();

  await his.goto("/conversations?show=invitations");
  await his.getByRole("link").filter({ hasText: ana.name }).click();
  await his.getByRole("button", { name: "Accept" }).click();
  await his.getByRole("textbox", { name: /^Message to/ }).fill("Hello Ana.");
  await his.getByRole("button", { name: "Send" }).click();
  await expect(his.getByRole("article").filter({ hasText: "Hello Ana." })).toBeVisible();
  await hers.reload();
  await expect(hers.getByRole("article").filter({ hasText: "Hello Ana." })).toBeVisible();
});

test("an invitation is declined from its mail, and mails are stopped", async ({ people }) => {
  const ana = await people.join("Ana");
  const ben = await people.enrol("Ben", "en", NO_SCRIPT);
  await ana.invite(ben, "Hello Ben.");
  const mails = new Mailbox(ana.page);
  await ben.page.goto(await mails.find(ben.address, "/m/"));
  await ben.page.getByRole("button", { name: "Decline", exact: true }).click();
  await expect(ben.page.getByRole("heading", { level: 1 })).toHaveText("Declined");
  await ben.page.goto(await mails.find(ben.address, "/u/"));
  await ben.page.getByRole("button", { name: "Stop mails" }).click();
  await expect(ben.page.getByRole("heading", { level: 1 })).toHaveText("Mails are stopped");
  await ben.page.getByRole("button", { name: /^Undo/ }).click();
  await expect(ben.page.getByRole("heading", { level: 1 })).toHaveText("Mails come again");
});

test("older messages, the bell and marking as read are links and buttons", async ({ people }) => {
  const ana = await people.join("Ana");
  const ben = await people.enrol("Ben", "en", NO_SCRIPT);
  const helper = await people.sitDownAs(ben);
  const path = await begin(ana, helper);
  for (let turn = 1; turn <= 29; turn++) {
    await ana.say(path, `Hers, number ${turn}.`);
    if (turn > 1) await helper.say(path, `His, number ${turn}.`);
  }
  await ana.say(path, "The last word.");
  const page = await signIn(ben);
  await page.getByLabel(/^Bell: one unread/).click();
  await page.getByRole("link", { name: "See what is unread" }).click();
  await page.getByRole("link").filter({ hasText: "The last word." }).click();
  await page.getByRole("button", { name: "Mark as read" }).click();
  await expect(page.getByLabel("Bell: nothing unread")).toBeVisible();
  await page.goto(path);
  await page.getByRole("link", { name: "Older messages" }).click();
  await expect(page.getByText("shall we talk?")).toBeVisible();
});

test("preferences are saved by a button", async ({ people }) => {
  const page = await signIn(await people.enrol("Ana", "en", NO_SCRIPT));
  await page.goto("/preferences");
  const notifications = page.getByRole("region", { name: "Notifications" });
  await notifications.getByRole("radio", { name: /^Off/ }).check();
  await notifications.getByRole("button", { name: "Save" }).click();
  await expect(notifications.getByRole("status")).toHaveText("Saved");
  await expect(notifications.getByRole("radio", { name: /^Off/ })).toBeChecked();
});
