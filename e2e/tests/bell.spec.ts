// The bell in the top right: how many are unread, that it rings, and the menu under it.
import { begin } from "../fixtures/people.js";
import { expect, test } from "../fixtures/test.js";

test("the bell counts the unread conversations, also in the title of the tab", async ({ people }) => {
  const [ana, ben, carla] = await Promise.all([people.join("Ana"), people.join("Ben"), people.join("Carla")]);
  const path = await begin(ana, ben);
  await ben.page.goto("/people");
  const bell = ben.page.getByLabel(/^Bell:/);
  await expect(bell).toHaveAccessibleName("Bell: nothing unread");

  await ana.say(path, "Are you there?");
  await expect(bell).toHaveAccessibleName("Bell: one unread conversation");
  await ana.say(path, "Hello?");
  await carla.invite(ben, "Hello Ben.");
  await expect(bell, "conversations are counted, not messages").toHaveAccessibleName("Bell: 2 unread conversations");
  await expect(ben.page).toHaveTitle(/^\(2\) People/);
  await expect(ben.page.locator(".bell-rings")).toBeVisible();

  await ben.page.reload();
  await expect(bell).toHaveAccessibleName("Bell: 2 unread conversations");
  await expect(ben.page).toHaveTitle(/^\(2\) People/);
});

test("the menu of the bell shows who wrote what, and leads there", async ({ people }) => {
  const [ana, ben] = await Promise.all([people.join("Ana"), people.join("Ben")]);
  const path = await begin(ana, ben);
  await ana.say(path, "The kettle is on.");
  await ben.page.goto("/people");
  await ben.page.getByLabel(/^Bell:/).click();
  const entry = ben.page.getByRole("link").filter({ hasText: "The kettle is on." });
  await expect(entry).toContainText(ana.name);

  await ana.say(path, "And there is cake.");
  await expect(ben.page.getByRole("link").filter({ hasText: "And there is cake." }), "open, it stays up to date").toBeVisible();
  await ben.page.getByRole("link").filter({ hasText: "And there is cake." }).click();
  await expect(ben.page).toHaveURL(path);
  await expect(ben.page.getByLabel(/^Bell:/)).toHaveAccessibleName("Bell: nothing unread");
});

test("marking all as read empties the bell in every tab", async ({ people }) => {
  const [ana, ben] = await Promise.all([people.join("Ana"), people.join("Ben")]);
  await ana.say(await begin(ana, ben), "The kettle is on.");
  const other = await ben.browser.newPage();
  await other.goto("/people");
  await ben.page.goto("/people");
  await ben.page.getByLabel(/^Bell:/).click();
  await ben.page.getByRole("button", { name: "Mark all as read" }).click();
  for (const tab of [ben.page, other]) {
    await expect(tab.getByLabel(/^Bell:/)).toHaveAccessibleName("Bell: nothing unread");
  }
});

test("one's own messages do not ring one's own bell", async ({ people }) => {
  const [ana, ben] = await Promise.all([people.join("Ana"), people.join("Ben")]);
  const path = await begin(ana, ben);
  await ana.page.goto("/conversations");
  const list = ana.page.getByRole("region", { name: "My Conversations" });
  await expect(list.getByRole("link").filter({ hasText: ben.name })).toBeVisible();
  const heard = list.getByRole("link").filter({ hasText: "From my phone." });
  await ana.say(path, "From my phone.");
  await expect(heard, "the list hears of it").toBeVisible();
  await expect(ana.page.locator(".bell-rings")).toHaveCount(0);
});
