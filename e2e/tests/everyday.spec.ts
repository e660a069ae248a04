// Small things that happen every day: links, the number in the title, what waits, what is said and what is not.
import { Conversation } from "../fixtures/conversation.js";
import { begin } from "../fixtures/people.js";
import { expect, test } from "../fixtures/test.js";

test.use({ expectedComplaints: /ERR_INTERNET_DISCONNECTED|ERR_FAILED|status of 401/ });

test("a link in a message opens beside the conversation, and one of the site in its place", async ({ people }) => {
  const [ana, ben] = await Promise.all([people.join("Ana"), people.join("Ben")]);
  const path = await begin(ana, ben);
  await ben.say(path, "See https://example.org/swifts");
  const hers = await Conversation.open(ana.page, path);
  await ben.say(path, `And ${new URL("/people", ana.page.url()).href}`);
  await ana.browser.route("https://example.org/**", (route) => route.fulfill({ body: "Swifts" }));
  const outside = hers.message("swifts").locator(".message-text").getByRole("link");
  const [tab] = await Promise.all([ana.browser.waitForEvent("page"), outside.click()]);
  await expect(tab).toHaveURL("https://example.org/swifts");
  expect(await tab.evaluate(() => window.opener)).toBeNull();
  await expect(ana.page).toHaveURL(new RegExp(`${path}$`));
  await hers.message("And ").locator(".message-text").getByRole("link").click();
  await expect(ana.page).toHaveURL(/\/people$/);
});

test("the title keeps its number wherever one goes", async ({ people }) => {
  const [ana, ben, carla] = await Promise.all([people.join("Ana"), people.join("Ben"), people.join("Carla")]);
  const path = await begin(ana, ben);
  await carla.invite(ana, "Hello Ana.");
  const { page } = ana;
  await Conversation.open(page, path);
  await expect(page).toHaveTitle(/^\(1\) /);
  await page.goto("/conversations");
  await expect(page).toHaveTitle(/^\(1\) /);
  await page.getByRole("region", { name: "My Conversations" }).getByRole("link", { name: ben.name }).click();
  await expect(page).toHaveURL(new RegExp(path));
  await expect(page).toHaveTitle(new RegExp(`^\\(1\\) .*${ben.name}`));
  await page.getByRole("link", { name: "People", exact: true }).click();
  await expect(page).toHaveTitle(/^\(1\) People/);
  await page.goto("/bell");
  await expect(page).toHaveTitle(/^\(1\) /);
  await page.goBack();
  await expect(page).toHaveTitle(/^\(1\) People/);
});

test("the bell is not said for what one reads, and is for what one does not", async ({ people }) => {
  const [ana, ben, carla] = await Promise.all([people.join("Ana"), people.join("Ben"), people.join("Carla")]);
  const path = await begin(ana, ben);
  const hers = await Conversation.open(ana.page, path);
  const said = ana.page.locator('[data-bell-target="said"]');
  await ben.say(path, "Are you there?");
  await expect(hers.message("Are you there?")).toBeVisible();
  await ana.page.waitForTimeout(2_500);
  await expect(said).toHaveText("");
  await carla.invite(ana, "Hello Ana.");
  await expect(said).toHaveText("Bell: one unread conversation");
});

test("Read, and Not sent, are in view for whoever is at the end", async ({ people }) => {
  const [ana, ben] = await Promise.all([people.join("Ana"), people.join("Ben")]);
  const path = await begin(ana, ben);
  await Conversation.open(ben.page, path);
  await ana.page.goto("/people");
  for (let turn = 1; turn <= 15; turn++) await ana.say(path, `Number ${turn}.\n\nAnd more.`);
  const hers = await Conversation.open(ana.page, path);
  await hers.send("The last word.");
  // Read is shown by ticks beside the time, and said in words to whoever listens.
  const last = hers.message("The last word.");
  await expect(last.getByText("Read", { exact: true })).toBeAttached();
  const beside = last.locator(".message-meta");
  await expect(beside).toBeInViewport({ ratio: 1 });
  expect(await beside.evaluate((meta) => getComputedStyle(meta, "::before").backgroundColor), "ticks").not.toBe("rgba(0, 0, 0, 0)");
  await ana.browser.setOffline(true);
  await hers.send("From the tunnel.");
  const unsent = hers.message("From the tunnel.");
  for (const name of ["Try again", "Discard"]) {
    await expect(unsent.getByRole("button", { name })).toBeInViewport({ ratio: 1 });
    expect((await unsent.getByRole("button", { name }).boundingBox())?.height).toBeGreaterThanOrEqual(32);
  }
});

test("that the connection is lost is said without moving or hiding anything", async ({ people }) => {
  const [ana, ben] = await Promise.all([people.join("Ana"), people.join("Ben")]);
  const hers = await Conversation.open(ana.page, await begin(ana, ben));
  const { page } = ana;
  const boxes = () => Promise.all([".conversation-head", ".message-body", ".composer-box"].map((part) => page.locator(part).last().boundingBox()));
  await expect(hers.messages.getByRole("article")).toHaveCount(1);
  const before = await boxes();
  await ana.browser.setOffline(true);
  const bar = page.getByText("Connection lost, trying again…");
  await expect(bar).toBeVisible();
  expect(await boxes()).toEqual(before);
  const at = await bar.boundingBox();
  for (const box of before) {
    const isClear = !at || !box || at.y + at.height <= box.y + 1 || box.y + box.height <= at.y + 1;
    expect(isClear, `${JSON.stringify(at)} over ${JSON.stringify(box)}`).toBe(true);
  }
});

test("what takes longer than a moment shows that it waits, and moves nothing", async ({ people }) => {
  const [ana, ben, carla] = await Promise.all([people.join("Ana"), people.join("Ben"), people.join("Carla")]);
  await begin(ben, ana);
  await begin(carla, ana);
  const { page } = ana;
  await page.goto("/conversations");
  let go = (): void => {};
  let slow = new Promise<void>((resolve) => (go = resolve));
  const wait = (): void => void (slow = new Promise<void>((resolve) => (go = resolve)));
  await page.route(/\/(conversations\/[0-9a-f-]+(\/archive)?|people|preferences\/privacy)$/, async (route) => {
    await slow;
    await route.continue();
  });
  const list = page.getByRole("region", { name: "My Conversations" });
  await list.getByRole("link", { name: ben.name }).click();
  const shown = () => page.locator("#pane").evaluate((pane) => ["content", "visibility"].map((of) => getComputedStyle(pane, "::after").getPropertyValue(of)));
  await expect.poll(shown).toEqual(['""', "visible"]);
  go();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(ben.name);

  wait();
  await page.getByLabel("More about this conversation").click();
  const archive = page.getByRole("button", { name: "Archive" });
  const before = await archive.boundingBox();
  await archive.click();
  await expect(archive).toHaveAttribute("aria-busy", "true");
  expect(await archive.boundingBox()).toEqual(before);
  go();
  await expect(page.locator(".notice")).toBeVisible();

  wait();
  await page.getByRole("link", { name: "People", exact: true }).click();
  await expect(page.locator(".turbo-progress-bar")).toBeVisible({ timeout: 2_000 });
  go();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("People");
});

test("a notice says what is not seen, for four seconds, and one with Undo for ten", async ({ people }) => {
  const [ana, ben] = await Promise.all([people.join("Ana"), people.join("Ben")]);
  const { page } = ana;
  await page.goto(`/conversations/new?to=${ben.handle}`);
  await page.getByLabel("First message").fill("Hello Ben.");
  await page.getByRole("button", { name: "Send" }).click();
  await expect(page.getByText(/^Waiting for/)).toBeVisible();
  await expect(page.locator(".notice"), "it is seen that it was sent").toHaveCount(0);
  await page.clock.install();
  await page.getByRole("button", { name: "Withdraw" }).click();
  await expect(page.locator(".notice")).toBeVisible();
  // Else the pointer stands on it, and it stays.
  await page.mouse.move(1, 1);
  await page.clock.runFor(8_000);
  await expect(page.locator(".notice")).toBeVisible();
  await page.clock.runFor(3_000);
  await expect(page.locator(".notice")).toHaveCount(0);
});
