// What is typed and not sent is not lost.
import type { Page } from "@playwright/test";
import { Conversation } from "../fixtures/conversation.js";
import { begin } from "../fixtures/people.js";
import { expect, test } from "../fixtures/test.js";

// What a page asks whose session ended, and an edit that met another, are refused: browsers note it.
test.use({ expectedComplaints: /status of (401|409)|ERR_FAILED/ });

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

test("a conversation that was begun is found again with its people and its name, until it is discarded", async ({ people }) => {
  const [ana, ben, carla] = await Promise.all([people.join("Ana"), people.join("Ben"), people.join("Carla")]);
  const { page } = ana;
  await page.goto(`/conversations/new?to=${ben.handle}`);
  await page.getByLabel("First message").fill("Who has seeds?");
  await page.getByLabel("To", { exact: true }).fill(carla.handle);
  await page.locator("#found").getByRole("link").click();
  await expect(page.locator(".recipient")).toHaveCount(2);
  await page.getByLabel("Name of the conversation").fill("Seeds");

  // They are the same people, whoever was chosen first.
  await page.goto("/people");
  await page.goto(`/conversations/new?to=${carla.handle}&to=${ben.handle}`);
  await expect(page.getByLabel("First message")).toHaveValue("Who has seeds?");
  await expect(page.getByLabel("Name of the conversation")).toHaveValue("Seeds");

  await page.goto("/conversations/new");
  const drafts = page.getByRole("region", { name: "Not sent yet" });
  await expect(drafts.getByRole("listitem")).toHaveCount(1);
  await expect(drafts.getByRole("link")).toContainText("Seeds · Who has seeds?");
  await drafts.getByRole("button", { name: "Discard this draft" }).click();
  await drafts.getByRole("button", { name: "Undo" }).click();
  await drafts.getByRole("link").click();
  await expect(page.locator(".recipient")).toHaveCount(2);
  await page.getByRole("button", { name: "Send" }).click();
  await expect(page.getByText("Who has seeds?").first()).toBeVisible();

  await page.goto("/conversations/new");
  await expect(page.getByLabel("To", { exact: true })).toBeVisible();
  await expect(drafts, "sent, it is no draft any more").toBeHidden();
});

test("what was written to somebody is not overwritten by what was written to them and others", async ({ people }) => {
  const [ana, ben, carla] = await Promise.all([people.join("Ana"), people.join("Ben"), people.join("Carla")]);
  const { page } = ana;
  await page.goto(`/conversations/new?to=${ben.handle}`);
  await page.getByLabel("First message").fill("Only to Ben");
  await page.goto(`/conversations/new?to=${ben.handle}&to=${carla.handle}`);
  await page.getByLabel("First message").fill("To both");
  await page.locator(".recipient").filter({ hasText: "Carla" }).getByRole("link").click();
  await expect(page.locator(".recipient")).toHaveCount(1);
  await page.getByLabel("First message").fill("To both, or to one");
  await page.goto("/conversations/new");
  const drafts = page.getByRole("region", { name: "Not sent yet" });
  await expect(drafts.getByRole("listitem")).toHaveCount(2);
  await expect(drafts).toContainText("Only to Ben");
  await expect(drafts).toContainText("To both, or to one");
});

test("a draft that is discarded stays so", async ({ people }) => {
  const [ana, ben] = await Promise.all([people.join("Ana"), people.join("Ben")]);
  await ana.page.goto(`/conversations/new?to=${ben.handle}`);
  await ana.page.getByLabel("First message").fill("Never mind");
  await ana.page.goto("/conversations/new");
  const drafts = ana.page.getByRole("region", { name: "Not sent yet" });
  await drafts.getByRole("button", { name: "Discard this draft" }).click();
  await expect(drafts.getByRole("button", { name: "Undo" })).toBeFocused();
  await ana.page.reload();
  await expect(ana.page.getByLabel("To", { exact: true })).toBeVisible();
  await expect(drafts).toBeHidden();
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

const kept = (page: Page): Promise<string> => page.evaluate(() => JSON.stringify({ ...localStorage }));

async function signOut(page: Page): Promise<void> {
  await page.getByLabel("Your menu").click();
  await page.getByRole("button", { name: "Sign out" }).click();
}

test("signing out asks before it forgets what was typed, and leaves none of it behind", async ({ people }) => {
  const [ana, ben] = await Promise.all([people.join("Ana"), people.join("Ben")]);
  const { page } = ana;
  const hers = await Conversation.open(page, await begin(ana, ben));
  await hers.composer.fill("Something private");
  await signOut(page);
  const question = page.getByRole("dialog").filter({ hasText: "not sent yet" });
  await question.getByRole("button", { name: "Cancel" }).click();
  await expect(hers.composer).toHaveValue("Something private");
  expect(await kept(page)).toContain("Something private");
  await page.keyboard.press("Escape");
  await signOut(page);
  await question.getByRole("button", { name: "Sign out" }).click();
  await expect(page.getByRole("main").getByText("You are signed out.")).toBeVisible();
  expect(await kept(page)).not.toContain("Something private");
});

test("whoever has typed nothing is asked nothing, and whoever sits here next sees and loses nothing of it", async ({ people }) => {
  const [ana, ben, carla] = await Promise.all([people.join("Ana"), people.join("Ben"), people.enrol("Carla")]);
  const { page } = ana;
  const path = await begin(ana, ben);
  const hers = await Conversation.open(page, path);
  await hers.composer.fill("Only for Ben");
  // Her session ends by itself; then somebody else signs in at this browser, and out again.
  await ana.browser.clearCookies();
  await page.goto(path);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Sign in");
  await page.goto("/sign-in");
  await ana.post(`/demo/become/${carla.handle}`);
  await page.goto(`/conversations/new?to=${ben.handle}`);
  await expect(page.getByLabel("First message")).toHaveValue("");
  await signOut(page);
  await expect(page.getByRole("main").getByText("You are signed out.")).toBeVisible();
  await ana.post(`/demo/become/${ana.handle}`);
  await Conversation.open(page, path);
  await expect(hers.composer).toHaveValue("Only for Ben");
});

test("what is sent or saved after the session ended is kept, and there again after signing in", async ({ people }) => {
  const [ana, ben, carla] = await Promise.all([people.join("Ana"), people.join("Ben"), people.join("Carla")]);
  const path = await begin(ana, ben);
  const { page } = ana;
  const hers = await Conversation.open(page, path);
  const signInAgain = async () => {
    await expect(page.getByText("You are not signed in any more.")).toBeVisible();
    const back = new URL(page.url()).searchParams.get("return_to") ?? "";
    await ana.post(`/demo/become/${ana.handle}`);
    await page.goto(back);
  };
  // The stream would notice first.
  await page.route("**/live?*", (route) => route.abort());

  await hers.send("See you on Mondy.");
  await hers.message("See you on Mondy.").hover();
  await hers.message("See you on Mondy.").getByLabel("Edit").click();
  const box = page.getByRole("textbox", { name: "Your message" });
  await box.fill("See you on Monday.");
  await ana.browser.clearCookies();
  await page.getByRole("button", { name: "Save" }).click();
  await signInAgain();
  await expect(box).toHaveValue("See you on Monday.");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(hers.message("See you on Monday.")).toBeVisible();

  await hers.composer.fill("And bring bread.");
  await ana.browser.clearCookies();
  await hers.composer.press("Enter");
  await signInAgain();
  await hers.message("And bring bread.").getByRole("button", { name: "Try again" }).click();
  await expect(hers.message("And bring bread.")).not.toContainText("Not sent.");

  // So would what asks once there is no stream; a form is told by the answer it gets.
  await page.route("**/presence?of=*", (route) => route.abort());
  await page.goto(`/conversations/new?to=${carla.handle}`);
  await page.getByLabel("First message").fill("Hello Carla.");
  await ana.browser.clearCookies();
  await page.getByRole("button", { name: "Send" }).click();
  await signInAgain();
  await expect(page.getByLabel("First message")).toHaveValue("Hello Carla.");
});

test("a message edited in two tabs is overwritten in neither unseen, and no draft of it stays behind", async ({ people }) => {
  const [ana, ben] = await Promise.all([people.join("Ana"), people.join("Ben")]);
  const path = await begin(ana, ben);
  const one = await Conversation.open(ana.page, path);
  await one.send("Bring bred.");
  await expect(one.message("Bring bred.")).not.toContainText("Sending");
  const two = await Conversation.open(await ana.browser.newPage(), path);
  const edit = async (at: Conversation, text: string) => {
    await at.message("Bring bred.").hover();
    await at.message("Bring bred.").getByLabel("Edit").click();
    await at.page.getByRole("textbox", { name: "Your message" }).fill(text);
  };
  await edit(one, "Bring bread.");
  await edit(two, "Bring bread and butter.");
  await one.page.getByRole("button", { name: "Save" }).click();
  await expect(one.message("Bring bread.")).toContainText("edited");
  const box = two.page.getByRole("textbox", { name: "Your message" });
  await expect(box, "what is typed in the other tab stays").toHaveValue("Bring bread and butter.");
  await two.page.getByRole("button", { name: "Save" }).click();
  await expect(two.page.getByText("You changed this message elsewhere")).toBeVisible();
  await box.fill("Bring bread, butter and salt.");
  await two.page.reload();
  await expect(box, "also half-way").toHaveValue("Bring bread, butter and salt.");
  await two.page.getByRole("button", { name: "Save" }).click();
  await expect(two.message("Bring bread, butter and salt.")).toBeVisible();
  await expect(one.message("Bring bread, butter and salt.")).toBeVisible();
  await two.page.reload();
  await expect(two.message("Bring bread, butter and salt.")).toBeVisible();
  await expect(box).toHaveCount(0);
});
