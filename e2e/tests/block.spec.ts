// Keeping somebody away: what one presses, what both see at once, and what is folded among several.
import { Conversation } from "../fixtures/conversation.js";
import { begin as beginDirect } from "../fixtures/people.js";
import { expect, test } from "../fixtures/test.js";

test("who blocks closes the conversation in both open pages at once, and undoes it", async ({ people }) => {
  const [ana, ben] = await Promise.all([people.join("Ana"), people.join("Ben")]);
  const path = await beginDirect(ana, ben);
  const [anas, bens] = [await Conversation.open(ana.page, path), await Conversation.open(ben.page, path)];

  await ben.page.locator(".conversation-head summary").click();
  await ben.page.getByRole("button", { name: /^Block / }).click();
  await expect(ben.page.getByText(/^You blocked /)).toBeVisible();
  await expect(bens.composer).toBeHidden();
  await expect(ana.page.getByText("This conversation is closed."), "without loading the page again").toBeVisible();
  await expect(anas.composer).toBeHidden();
  await expect(ana.page.getByText(/blocked/i), "and without a reason").toHaveCount(0);

  await ben.page.locator(".notice").getByRole("button", { name: "Undo" }).click();
  await expect(anas.composer, "it goes on in the other's page too").toBeVisible();
});

test("what somebody who is blocked writes among several is folded, and one click away", async ({ people }) => {
  const [ana, ben, carla] = await Promise.all([people.join("Ana"), people.join("Ben"), people.join("Carla")]);
  await ana.page.goto(`/conversations/new?to=${ben.handle}&to=${carla.handle}`);
  await ana.page.getByRole("textbox", { name: "First message" }).fill("Hello both");
  await ana.page.getByRole("button", { name: "Send" }).click();
  await expect(ana.page.getByText(/^Waiting for/)).toBeVisible();
  const path = new URL(ana.page.url()).pathname;
  for (const member of [ben, carla]) {
    await member.page.goto(path);
    await member.page.getByRole("button", { name: "Accept" }).click();
    await expect(new Conversation(member.page).composer).toBeVisible();
  }
  await ben.page.goto(`/people/${ana.handle}`);
  await ben.page.getByRole("button", { name: /^Block / }).click();
  await expect(ben.page.getByText(/^You blocked /)).toBeVisible();
  await Conversation.open(ben.page, path);
  await (await Conversation.open(ana.page, path)).send("Do you hear me?");
  const folded = ben.page.locator(".message-fold", { hasText: "Do you hear me?" });
  await expect(folded.getByText("A message from someone you blocked")).toBeVisible();
  await expect(folded.getByText("Do you hear me?")).toBeHidden();
  await folded.locator("summary").click();
  await expect(folded.getByText("Do you hear me?")).toBeVisible();

  await ben.page.goto("/preferences/blocked");
  await ben.page.getByRole("button", { name: /^Unblock / }).click();
  await expect(ben.page.getByText("You have blocked nobody.")).toBeVisible();
});

test("who may write is chosen, and said to others before they type", async ({ people }) => {
  const [ana, ben] = await Promise.all([people.join("Ana"), people.join("Ben")]);
  await ben.page.goto("/preferences");
  await ben.page.getByRole("radio", { name: /^People I know/ }).check();
  await expect(ben.page.locator("#privacy").getByText("Saved")).toBeVisible();
  await ana.page.goto(`/people/${ben.handle}`);
  await expect(ana.page.getByText(/takes messages only from people they know/)).toBeVisible();
  await expect(ana.page.getByRole("link", { name: "Start conversation" })).toHaveCount(0);
});
