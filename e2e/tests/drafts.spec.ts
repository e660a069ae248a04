// What is typed and not sent is not lost.
import { Conversation } from "../fixtures/conversation.js";
import { begin } from "../fixtures/people.js";
import { expect, test } from "../fixtures/test.js";

test("what is typed is there again after going elsewhere and after loading the page anew", async ({ people }) => {
  const [ana, ben] = await Promise.all([people.join("Ana"), people.join("Ben")]);
  const path = await begin(ana, ben);
  const hers = await Conversation.open(ana.page, path);
  await hers.composer.fill("I was about to say");
  await ana.page.getByRole("link", { name: "People", exact: true }).click();
  await expect(ana.page.getByRole("heading", { name: "People" })).toBeVisible();
  await ana.page.goBack();
  await expect(hers.composer).toHaveValue("I was about to say");
  await ana.page.reload();
  await expect(hers.composer).toHaveValue("I was about to say");

  await hers.composer.press("Enter");
  await expect(hers.message("I was about to say")).toBeVisible();
  await ana.page.reload();
  await expect(hers.composer, "sent, it is no draft any more").toHaveValue("");
});

test("a first message that is not sent is kept as a draft", async ({ people }) => {
  const [ana, ben] = await Promise.all([people.join("Ana"), people.join("Ben")]);
  const start = `/conversations/new?to=${ben.handle}`;
  await ana.page.goto(start);
  await ana.page.getByLabel("First message").fill("Hello Ben, I have an idea.");
  await ana.page.goto("/people");
  await ana.page.goto(start);
  await expect(ana.page.getByLabel("First message")).toHaveValue("Hello Ben, I have an idea.");
  await ana.page.getByRole("button", { name: "Send" }).click();
  await expect(ana.page.getByText(/^Waiting for/)).toBeVisible();
});

test("a message on its way is no draft on the next page", async ({ people }) => {
  const [ana, ben] = await Promise.all([people.join("Ana"), people.join("Ben")]);
  const path = await begin(ana, ben);
  const [hers, his] = await Promise.all([Conversation.open(ana.page, path), Conversation.open(ben.page, path)]);
  await hers.send("Quickly said.");
  await ana.page.getByRole("link", { name: "People", exact: true }).click();
  await expect(ana.page.getByRole("heading", { name: "People" })).toBeVisible();
  await expect(his.message("Quickly said.")).toBeVisible();
  await ana.page.goBack();
  await expect(hers.composer).toHaveValue("");
  await expect(hers.message("Quickly said.")).toHaveCount(1);
});

test("what is sent in one tab is no draft in the other any more, and what goes on there stays", async ({ people }) => {
  const [ana, ben] = await Promise.all([people.join("Ana"), people.join("Ben")]);
  const path = await begin(ana, ben);
  const other = await ana.browser.newPage();
  const [one, two] = [await Conversation.open(ana.page, path), await Conversation.open(other, path)];
  await one.composer.fill("Shall we meet");
  await expect(two.composer).toHaveValue("Shall we meet");
  await two.composer.fill("Shall we meet on Monday?");
  await two.composer.press("Enter");
  await expect(two.message("Shall we meet on Monday?")).toBeVisible();
  await expect(one.composer).toHaveValue("");
});

test("an edit that was not saved is there again, and is given up on purpose only", async ({ people }) => {
  const [ana, ben] = await Promise.all([people.join("Ana"), people.join("Ben")]);
  const path = await begin(ana, ben);
  const hers = await Conversation.open(ana.page, path);
  await hers.send("See you on Mondy.");
  await expect(hers.message("See you on Mondy.")).not.toContainText("Sending");
  await hers.message("See you on Mondy.").hover();
  await hers.message("See you on Mondy.").getByLabel("Edit").click();
  const box = ana.page.getByRole("textbox", { name: "Your message" });
  await box.fill("See you on Monday at ten.");
  await ana.page.goto("/people");
  await Conversation.open(ana.page, path);
  await expect(box).toHaveValue("See you on Monday at ten.");
  await box.press("Escape");
  await ana.page.reload();
  await expect(hers.message("See you on Mondy.")).toBeVisible();
  await expect(box).toHaveCount(0);
});

test("signing out leaves no draft behind", async ({ people }) => {
  const [ana, ben] = await Promise.all([people.join("Ana"), people.join("Ben")]);
  const hers = await Conversation.open(ana.page, await begin(ana, ben));
  await hers.composer.fill("Something private");
  await ana.page.getByLabel("Your menu").click();
  await ana.page.getByRole("button", { name: "Sign out" }).click();
  await expect(ana.page.getByText("You are signed out.")).toBeVisible();
  const kept = await ana.page.evaluate(() => JSON.stringify({ ...localStorage }));
  expect(kept).not.toContain("Something private");
});
