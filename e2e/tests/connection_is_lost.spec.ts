// A laptop that sleeps, a train in a tunnel: what was missed is there afterwards, and nothing is there twice.
import type { Page } from "@playwright/test";
import { Conversation } from "../fixtures/conversation.js";
import { begin } from "../fixtures/people.js";
import { expect, test } from "../fixtures/test.js";

test.use({ expectedComplaints: /ERR_INTERNET_DISCONNECTED|ERR_FAILED/ });

const bar = (page: Page) => page.getByText("Connection lost, trying again…");

test("what was said while the connection was lost comes once, in order, when it is back", async ({ people }) => {
  const [ana, ben] = await Promise.all([people.join("Ana"), people.join("Ben")]);
  const path = await begin(ana, ben);
  const his = await Conversation.open(ben.page, path);
  await ana.page.goto("/people");

  await ben.browser.setOffline(true);
  await expect(bar(ben.page)).toBeVisible();
  const said = Array.from({ length: 20 }, (_, index) => `While you slept: ${index + 1}.`);
  for (const text of said) await ana.say(path, text);
  expect(await his.texts(), "he hears nothing meanwhile").toHaveLength(1);

  await ben.browser.setOffline(false);
  await expect(bar(ben.page)).toBeHidden();
  await expect.poll(async () => (await his.texts()).slice(1)).toEqual(said);
});

test("what was said while a laptop slept for ten minutes is there when it wakes, though its connection died in silence", async ({
  people,
  cable,
}) => {
  const [ana, ben] = await Promise.all([people.join("Ana"), people.join("Ben", { proxy: cable.proxy })]);
  const path = await begin(ana, ben);
  await ben.page.clock.install();
  const his = await Conversation.open(ben.page, path);
  await ana.page.goto("/people");

  expect(cable.killStreams(), "the stream that is open").toBe(1);
  const said = ["You are asleep.", "You do not hear this.", "Not yet."];
  for (const text of said) await ana.say(path, text);
  await ana.page.waitForTimeout(1_000);
  expect(await his.texts(), "he hears nothing meanwhile").toHaveLength(1);

  await ben.page.clock.fastForward("10:00");
  await expect.poll(async () => (await his.texts()).slice(1)).toEqual(said);
  await ana.say(path, "Good morning.");
  await expect(his.message("Good morning.")).toHaveCount(1);
});

test("a message that could not be sent stays, and is posted once when the connection is back", async ({ people }) => {
  const [ana, ben] = await Promise.all([people.join("Ana"), people.join("Ben")]);
  const path = await begin(ana, ben);
  const [hers, his] = await Promise.all([Conversation.open(ana.page, path), Conversation.open(ben.page, path)]);

  await ana.browser.setOffline(true);
  await hers.send("From the tunnel.");
  const unsent = hers.message("From the tunnel.");
  await expect(unsent).toContainText("Not sent.");
  await unsent.getByRole("button", { name: "Try again" }).click();
  await expect(unsent).toContainText("Not sent.");

  await ana.browser.setOffline(false);
  await expect(his.message("From the tunnel.")).toHaveCount(1);
  await expect(unsent).not.toContainText("Not sent.");
  await expect(unsent).toHaveCount(1);
});

test("a message whose answer was lost is posted once, however often it is tried again", async ({ people }) => {
  const [ana, ben] = await Promise.all([people.join("Ana"), people.join("Ben")]);
  const path = await begin(ana, ben);
  // She does not hear by the event stream either that it was posted.
  await ana.page.route("**/live?*", (route) => route.abort());
  const [hers, his] = await Promise.all([Conversation.open(ana.page, path), Conversation.open(ben.page, path)]);
  await loseAnswers(ana.page, 2);

  await hers.send("Did this arrive?");
  const unsure = hers.message("Did this arrive?");
  await expect(unsure).toContainText("Not sent.");
  await expect(his.message("Did this arrive?")).toBeVisible();
  await unsure.getByRole("button", { name: "Try again" }).click();
  await expect(unsure).toContainText("Not sent.");
  await unsure.getByRole("button", { name: "Try again" }).click();
  await expect(unsure).not.toContainText("Not sent.");
  await ben.page.reload();
  await expect(his.message("Did this arrive?")).toHaveCount(1);
});

/** Lets so many requests through to the server, and loses what it answers. */
async function loseAnswers(page: Page, count: number): Promise<void> {
  await page.evaluate((count) => {
    const send = window.fetch;
    window.fetch = async (...request) => {
      const response = await send(...request);
      if (String(request[0]).endsWith("/messages") && count-- > 0) throw new TypeError("The answer was lost");
      return response;
    };
  }, count);
}

test("an unsent message given up goes back to where it was written", async ({ people }) => {
  const [ana, ben] = await Promise.all([people.join("Ana"), people.join("Ben")]);
  const hers = await Conversation.open(ana.page, await begin(ana, ben));
  await ana.browser.setOffline(true);
  await hers.send("Better not.");
  await hers.message("Better not.").getByRole("button", { name: "Discard" }).click();
  await expect(hers.message("Better not.")).toHaveCount(0);
  await expect(hers.composer).toHaveValue("Better not.");
});
