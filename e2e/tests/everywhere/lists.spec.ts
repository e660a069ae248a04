// A conversation is open beside the list it was opened in, and leads back there.
import { expect, test } from "../../fixtures/test.js";
import { language } from "../../fixtures/visit.js";
import { begin } from "../../fixtures/people.js";

test("back from a conversation is the list it was opened in", async ({ people, locale, isMobile }) => {
  const [me, ana, ben, carla] = await Promise.all(["Maya", "Ana", "Ben", "Carla"].map((name) => people.join(name, { language: language(locale) })));
  if (!me || !ana || !ben || !carla) throw new Error("four people came");
  const { page } = me;
  const [talking, unread, invited] = await Promise.all([begin(ana, me), begin(ben, me), carla.invite(me, "Hello.")]);
  await ben.say(unread, "Are you there?");
  await me.post(`${talking}/archive`);
  for (const [show, path] of [["unread", unread], ["invitations", invited], ["archived", talking]] as const) {
    await page.goto(`/conversations?show=${show}`);
    await page.locator(`.row-link[href*="${path}"]`).click();
    await expect(page.locator(".pane-open h1")).toBeVisible();
    await expect(page).toHaveURL(new RegExp(`${path}\\?show=${show}$`));
    await page.reload();
    if (isMobile) await page.locator(".pane-back").click();
    else await expect(page.locator('.tabs [aria-current="page"]')).toHaveAttribute("href", `/conversations?show=${show}`);
    if (isMobile) await expect(page).toHaveURL(new RegExp(`/conversations\\?show=${show}$`));
    await expect(page.locator("#conversation-rows")).toHaveAttribute("data-show", show);
  }
});

test("deciding on an invitation leads on beside the same list", async ({ people, locale }) => {
  const [me, other] = await Promise.all([people.join("Maya", { language: language(locale) }), people.join("Otis")]);
  const invited = await other.invite(me, "Hello.");
  const { page } = me;
  await page.goto("/conversations?show=invitations");
  await page.locator(`.row-link[href*="${invited}"]`).click();
  await page.locator(`form[action="${invited}/decline"] button`).click();
  await expect(page).toHaveURL(/\/conversations\?show=invitations$/);
  await page.locator(".notice-undo").click();
  await expect(page).toHaveURL(new RegExp(`${invited}\\?show=invitations$`));
});
