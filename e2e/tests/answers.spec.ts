// Answering one message: it is quoted above the answer, and what it quotes is a click away.
import { Conversation } from "../fixtures/conversation.js";
import { begin } from "../fixtures/people.js";
import { expect, test } from "../fixtures/test.js";

test("one answers a message, and the quote leads to it and changes with it", async ({ people }) => {
  const [ana, ben] = await Promise.all([people.join("Ana"), people.join("Ben")]);
  const path = await begin(ana, ben);
  const hers = await Conversation.open(ana.page, path);
  const his = await Conversation.open(ben.page, path);
  await hers.send("Is *Sunday* good?");
  for (let number = 1; number <= 12; number++) await hers.send(`Line ${number}\n\nand more`);
  await expect(his.message("Line 12")).toBeVisible();

  await his.answer(his.said("Is Sunday good?"));
  await expect(his.composer, "one can write at once").toBeFocused();
  const strip = ben.page.locator(".composer-answers");
  await expect(strip).toContainText("Is Sunday good?");
  await his.send("It is.");
  await expect(strip, "the next message answers nothing").toBeHidden();
  const answer = hers.message("It is.");
  await expect(answer.locator(".quote")).toContainText("Is Sunday good?");
  await expect(his.message("It is.").locator(".quote-author")).toHaveText(ana.name);

  await answer.locator(".quote").click();
  await expect(hers.said("Is Sunday good?")).toBeInViewport();
  // The answer holds these words too, so the message is found by its text alone.
  await hers.edit(hers.said("Is Sunday good?"), "Is Saturday good?");
  await expect(his.message("It is.").locator(".quote-words")).toHaveText("Is Saturday good?");
});

test("what one answers is kept with the draft, and can be taken away", async ({ people }) => {
  const [ana, ben] = await Promise.all([people.join("Ana"), people.join("Ben")]);
  const path = await begin(ana, ben);
  const hers = await Conversation.open(ana.page, path);
  const his = await Conversation.open(ben.page, path);
  await hers.send("Is Sunday good?");
  await his.answer(his.said("Is Sunday good?"));
  await his.composer.fill("It");
  await ben.page.reload();
  const strip = ben.page.locator(".composer-answers");
  await expect(strip).toContainText("Is Sunday good?");
  await expect(his.composer).toHaveValue("It");
  await strip.getByRole("link", { name: "Do not reply to this message" }).click();
  await expect(strip).toBeHidden();
  await expect(his.composer).toBeFocused();
  await his.send("Never mind.");
  await expect(hers.message("Never mind.").locator(".quote")).toHaveCount(0);
});

test("on a phone one replies from a sheet with words, and a quote that is touched opens none", async ({ people }) => {
  const [ana, ben] = await Promise.all([
    people.join("Ana"),
    people.join("Ben", { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true }),
  ]);
  const path = await begin(ana, ben);
  await ana.say(path, "Is Sunday good?");
  const his = await Conversation.open(ben.page, path);
  const sheet = ben.page.locator(".message-tools:visible");
  await expect(sheet).toHaveCount(0);
  await his.said("Is Sunday good?").tap();
  const reply = sheet.getByRole("link", { name: "Reply" });
  await expect(reply).toBeInViewport({ ratio: 1 });
  expect(await reply.evaluate((link) => getComputedStyle(link, "::after").content), "its word").toBe('"Reply"');
  await reply.tap();
  await expect(sheet).toHaveCount(0);
  await expect(ben.page.locator(".composer-answers")).toContainText("Is Sunday good?");
  await his.composer.fill("It is.");
  await ben.page.getByRole("button", { name: "Send" }).tap();
  await expect(his.said("It is.").locator("a.quote")).toBeVisible();
  await his.said("It is.").locator("a.quote").tap();
  await expect(his.said("Is Sunday good?")).toBeInViewport();
  await expect(sheet).toHaveCount(0);
});
