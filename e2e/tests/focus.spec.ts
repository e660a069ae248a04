// Whatever one does, the focus is afterwards at something sensible, and what came of it is in view.
import type { Locator, Page } from "@playwright/test";
import { Conversation } from "../fixtures/conversation.js";
import { begin, PASSWORD } from "../fixtures/people.js";
import { expect, test } from "../fixtures/test.js";

// Forms that are not right are answered so, which browsers note.
test.use({ expectedComplaints: /status of (409|422|401)/ });

/** Where the focus came to rest: never nowhere. */
async function rests(page: Page, at: Locator): Promise<void> {
  await expect(at, `not ${await page.evaluate(() => document.activeElement?.outerHTML.slice(0, 300))}`).toBeFocused();
  await page.waitForTimeout(250);
  await expect(at, "and stays there").toBeFocused();
  expect(await page.evaluate(() => document.activeElement !== document.body)).toBe(true);
}

test("in a conversation one writes on after everything one does", async ({ people }) => {
  const [ana, ben] = await Promise.all([people.join("Ana"), people.join("Ben")]);
  const { page } = ana;
  const path = await ben.invite(ana, "Hello Ana.");
  await page.goto("/conversations?show=invitations");
  await page.getByRole("region", { name: "My Conversations" }).getByRole("link", { name: ben.name }).click();
  await rests(page, page.getByRole("heading", { level: 1 }));
  await page.getByRole("button", { name: "Accept" }).click();
  const hers = new Conversation(page);
  await rests(page, hers.composer);

  await hers.send("One.");
  await rests(page, hers.composer);
  await hers.message("One.").hover();
  await hers.message("One.").getByLabel("Edit").click();
  await rests(page, page.getByRole("textbox", { name: "Your message" }));
  await page.getByRole("textbox", { name: "Your message" }).fill("One more.");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(hers.message("One more.")).toContainText("edited");
  await rests(page, hers.composer);

  await hers.message("One more.").hover();
  await hers.message("One more.").getByRole("button", { name: "Delete" }).click();
  await expect(page.getByText("This message was deleted.").first()).toBeVisible();
  await rests(page, hers.composer);
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(hers.message("One more.")).toBeVisible();
  await rests(page, hers.composer);

  await hers.composer.fill("**Two.**");
  await page.getByLabel("Formatting").click();
  await page.getByRole("button", { name: "Preview" }).click();
  await expect(page.locator("#preview strong")).toHaveText("Two.");
  await rests(page, page.getByLabel("Formatting"));

  await ben.say(path, "Three.");
  await expect(hers.message("Three.")).toBeVisible();
  await rests(page, page.getByLabel("Formatting"));

  const list = page.getByRole("region", { name: "My Conversations" });
  await page.getByLabel("More about this conversation").click();
  await page.getByRole("button", { name: "Mark as unread" }).click();
  await expect(page.locator(".notice")).toBeVisible();
  await rests(page, list);
  await page.getByRole("button", { name: "Undo" }).click();
  await rests(page, list.getByRole("link", { name: ben.name }));
  await page.keyboard.press("Enter");
  await rests(page, hers.composer);
  await page.getByLabel("More about this conversation").click();
  await page.getByRole("button", { name: "Archive" }).click();
  await rests(page, list);
  await page.getByLabel(/^Bell:/).click();
  await page.keyboard.press("Escape");
  await rests(page, page.getByLabel(/^Bell:/));
});

test("an edit that is going on keeps the focus and the words when something arrives", async ({ people }) => {
  const [ana, ben] = await Promise.all([people.join("Ana"), people.join("Ben")]);
  const path = await begin(ana, ben);
  const hers = await Conversation.open(ana.page, path);
  await hers.send("See you on Mondy.");
  await expect(hers.message("See you on Mondy.")).toBeVisible();
  const typo = hers.message("See you on Mondy.");
  await typo.hover();
  await typo.getByLabel("Edit").click();
  const box = ana.page.getByRole("textbox", { name: "Your message" });
  await box.press("End");
  await box.pressSequentially(" Or ");
  await ben.say(path, "Which day?");
  await expect(hers.message("Which day?")).toBeVisible();
  await box.pressSequentially("not.");
  await expect(box).toHaveValue("See you on Mondy. Or not.");
  await rests(ana.page, box);
});

test("inviting, editing and withdrawing lead on to what is there then", async ({ people }) => {
  const [ana, ben] = await Promise.all([people.join("Ana"), people.join("Ben")]);
  const { page } = ana;
  const heading = page.getByRole("heading", { level: 1 });
  await page.goto(`/people/${ben.handle}`);
  await page.getByRole("link", { name: "Start conversation" }).click();
  await rests(page, page.getByLabel("First message"));
  await page.getByLabel("First message").fill("Hello Ben.");
  await page.getByRole("button", { name: "Send" }).click();
  await expect(page.getByText(/^Waiting for/)).toBeVisible();
  await rests(page, heading);
  await page.getByText("Edit the message").click();
  await page.getByRole("textbox", { name: "Your message" }).fill("Hello again.");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByRole("article")).toContainText("Hello again.");
  await rests(page, heading);
});

test("muting, giving a star, adding people, leaving and coming back lead on to what is there then", async ({ people }) => {
  const [ana, ben, carla] = await Promise.all([people.join("Ana"), people.join("Ben"), people.join("Carla")]);
  const path = await begin(ana, ben);
  const { page } = ana;
  const hers = await Conversation.open(page, path);
  const choose = async (name: string) => {
    await page.getByLabel("More about this conversation").click();
    await page.getByRole("button", { name }).click();
  };
  for (const name of ["Mute", "Stop muting", "Add a star", "Remove the star"]) {
    await page.getByLabel("More about this conversation").click();
    const button = page.getByRole("button", { name, exact: true });
    await Promise.all([page.waitForResponse((response) => response.request().method() === "GET"), button.click()]);
    await rests(page, hers.composer);
  }
  await page.getByLabel("More about this conversation").click();
  await page.getByRole("link", { name: "Add people" }).click();
  await rests(page, page.getByRole("textbox", { name: "First message" }).or(page.getByRole("searchbox", { name: "To" })).first());
  await page.getByRole("searchbox", { name: "To" }).fill(carla.name);
  await page.keyboard.press("Enter");
  await expect(page.locator(".recipient")).toHaveCount(2);
  await page.getByLabel("First message").fill("Hello both.");
  await page.getByRole("button", { name: "Send" }).click();
  await expect(page.getByText(/^Waiting for/)).toBeVisible();
  await rests(page, page.getByRole("heading", { level: 1 }));
  const group = new URL(page.url()).pathname;
  await Promise.all([ben.accept(group), carla.accept(group)]);
  await rests(page, hers.composer);
  await choose("Leave");
  await expect(page.locator(".notice")).toBeVisible();
  await rests(page, page.getByRole("region", { name: "My Conversations" }));
  await page.getByRole("button", { name: "Undo" }).click();
  await rests(page, hers.composer);
});

test("withdrawing leaves the focus in the list, and its undo in the conversation", async ({ people }) => {
  const [ana, ben] = await Promise.all([people.join("Ana"), people.join("Ben")]);
  const { page } = ana;
  await page.goto(await ana.invite(ben, "Hello Ben."));
  await page.getByRole("button", { name: "Withdraw" }).click();
  await expect(page.locator(".notice")).toBeVisible();
  await rests(page, page.getByRole("region", { name: "My Conversations" }));
  await page.getByRole("button", { name: "Undo" }).click();
  await rests(page, page.getByRole("heading", { level: 1 }));
});

test("declining leaves the focus in the conversation", async ({ people }) => {
  const [ana, ben] = await Promise.all([people.join("Ana"), people.join("Ben")]);
  const path = await ben.invite(ana, "Hello Ana.");
  await ana.page.goto(path);
  await ana.page.getByRole("button", { name: "Decline", exact: true }).click();
  await expect(ana.page.getByRole("button", { name: "Decline", exact: true })).toHaveCount(0);
  await expect(async () => {
    const focused = await ana.page.evaluate(() => document.activeElement?.localName);
    expect(["h1", "section", "a"]).toContain(focused);
  }).toPass();
});

test("what a form of the preferences brings is in view and has the focus, and nothing jumps", async ({ people }) => {
  const { page } = await people.join("Ana");
  await page.setViewportSize({ width: 1280, height: 700 });
  await page.goto("/preferences");
  const part = (name: string) => page.getByRole("region", { name });
  const shown = async (at: Locator) => {
    await rests(page, at);
    await expect(at).toBeInViewport();
    expect(await page.evaluate(() => window.scrollY), "not at the top").toBeGreaterThan(100);
  };

  await part("API keys").getByLabel("What is it for?").fill("Backup");
  await part("API keys").getByRole("button", { name: "Make a key" }).click();
  await shown(page.locator(".new-token"));
  await part("API keys").getByRole("button", { name: "Revoke" }).click();
  const sure = page.getByRole("dialog").getByRole("button", { name: "Revoke" });
  if (await sure.isVisible()) await sure.click();
  await expect(part("API keys").getByText("Backup")).toHaveCount(0);
  await rests(page, page.locator("#tokens"));

  await part("Password").getByLabel("Current password").fill("not this one, surely");
  await part("Password").getByLabel("New password").fill("another quiet room by the river");
  await part("Password").getByRole("button", { name: "Save" }).click();
  await shown(part("Password").getByLabel("Current password"));
  await part("Password").getByLabel("Current password").fill(PASSWORD);
  await part("Password").getByLabel("New password").fill("another quiet room by the river");
  await part("Password").getByRole("button", { name: "Save" }).click();
  await shown(part("Password").getByRole("status"));

  await page.getByRole("radio", { name: "Dark" }).check();
  await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
  await expect(page.getByRole("radio", { name: "Dark" })).toBeInViewport();
  expect(await page.evaluate(() => window.scrollY), "not at the top").toBeGreaterThan(100);
  expect(await page.evaluate(() => document.activeElement !== document.body)).toBe(true);
});

test("signing in and out, and what is wrong there", async ({ people }) => {
  const ana = await people.enrol("Ana");
  const { page } = ana;
  await page.goto("/sign-in");
  await page.getByLabel("E-mail address").fill(ana.address);
  await page.getByLabel("Password").fill("not this one, surely");
  await page.getByRole("main").getByRole("button", { name: "Sign in", exact: true }).click();
  await rests(page, page.getByRole("alert"));
  await page.getByLabel("Password").fill(PASSWORD);
  await page.getByRole("main").getByRole("button", { name: "Sign in", exact: true }).click();
  await expect(page.getByLabel("Your menu")).toBeVisible();
  await expect(async () => {
    expect(await page.evaluate(() => document.activeElement !== document.body)).toBe(true);
  }).toPass();
  await page.getByLabel("Your menu").click();
  await page.getByRole("button", { name: "Sign out" }).click();
  await rests(page, page.getByLabel("E-mail address"));
});
