// What somebody wrote is not lost, whatever happens between their browser and the server.
import { Conversation } from "../fixtures/conversation.js";
import { begin } from "../fixtures/people.js";
import { expect, test } from "../fixtures/test.js";
import type { Page } from "@playwright/test";

// Requests that fail on purpose, which browsers note.
test.use({ expectedComplaints: /ERR_INTERNET_DISCONNECTED|ERR_FAILED|503/ });

const unsent = (page: Page): Promise<string[]> =>
  page.evaluate(() => Object.keys(localStorage).filter((key) => key.includes("unsent")));

/** The server gets what is posted, and its answers to messages are lost on the way back. */
const loseAnswers = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const send = window.fetch;
    window.fetch = async (...asked) => {
      const answer = await send(...asked);
      return String(asked[0]).endsWith("/messages") ? new Promise<Response>(() => {}) : answer;
    };
  });

test("what could not be sent is there after a reload, and is posted once when tried again", async ({ people }) => {
  const [ana, ben] = await Promise.all([people.join("Ana"), people.join("Ben")]);
  const path = await begin(ana, ben);
  const [hers, his] = await Promise.all([Conversation.open(ana.page, path), Conversation.open(ben.page, path)]);
  await ana.page.route("**/messages", (route) => route.abort());
  await hers.send("One.");
  await hers.send("Two.");
  await expect(hers.message("Two.")).toContainText("Not sent.");
  await ana.page.reload();
  await expect(hers.message("One.")).toContainText("Not sent.");
  await expect(hers.message("Two.")).toContainText("Not sent.");
  await expect(hers.composer).toHaveValue("");

  await ana.page.unroute("**/messages");
  await hers.message("One.").getByRole("button", { name: "Try again" }).click();
  await expect(his.message("One.")).toHaveCount(1);
  await expect(hers.message("One.")).not.toContainText("Not sent.");
  await expect(ben.page.locator("[data-announcements]"), "a screen reader hears it").toHaveText(/^Ana.*: One\.$/);
  await expect(ana.page.locator("[data-announcements]"), "but not one's own").toHaveText("");
  await hers.message("Two.").getByRole("button", { name: "Discard" }).click();
  await expect(hers.composer).toHaveValue("Two.");
  expect(await unsent(ana.page)).toEqual([]);
});

test("what could not be sent is sent by itself once the connection is back", async ({ people }) => {
  const [ana, ben] = await Promise.all([people.join("Ana"), people.join("Ben")]);
  const path = await begin(ana, ben);
  const [hers, his] = await Promise.all([Conversation.open(ana.page, path), Conversation.open(ben.page, path)]);
  await ana.browser.setOffline(true);
  await hers.send("One.");
  await hers.send("Two.");
  await expect(hers.message("Two.")).toContainText("Not sent.");
  await ana.browser.setOffline(false);
  await expect(his.message("Two.")).toHaveCount(1);
  await expect(hers.message("Two.")).not.toContainText("Not sent.");
  expect((await his.texts()).slice(-2)).toEqual(["One.", "Two."]);
  expect(await unsent(ana.page)).toEqual([]);
});

test("a message whose answer was lost is not offered again", async ({ people }) => {
  const [ana, ben] = await Promise.all([people.join("Ana"), people.join("Ben")]);
  const path = await begin(ana, ben);
  const [hers, his] = await Promise.all([Conversation.open(ana.page, path), Conversation.open(ben.page, path)]);
  await ana.page.route("**/live?*", (route) => route.abort());
  await ana.page.reload();
  await loseAnswers(ana.page);
  await hers.send("In flight.");
  expect(await unsent(ana.page)).toHaveLength(1);
  await expect(his.message("In flight.")).toHaveCount(1);
  await ana.page.reload();
  await expect(hers.message("In flight.")).toHaveCount(1);
  await expect(hers.message("In flight.")).not.toContainText("Not sent.");
  expect(await unsent(ana.page)).toEqual([]);
});

test("that one has read is told again when the server was too busy to hear it", async ({ people }) => {
  const [ana, ben] = await Promise.all([people.join("Ana"), people.join("Ben")]);
  const path = await begin(ana, ben);
  await Conversation.open(ben.page, path);
  let asked = 0;
  await ben.page.route("**/read", (route) => (asked++ === 0 ? route.fulfill({ status: 503 }) : route.continue()));
  await ana.say(path, "Hello.");
  await expect.poll(() => asked, { timeout: 20_000 }).toBe(2);
});
