// Every page and every state, as people of the sample and a member in every state see them.
import { port } from "../fixtures/demo.js";
import { begin } from "../fixtures/people.js";
import { expect, test } from "../fixtures/test.js";
import { language, mailed, press } from "../fixtures/visit.js";
import { makeWorld } from "../fixtures/world.js";
import { listed, take, takeAll } from "./take.js";

// Pages that say what went wrong are pages too.
test.use({ expectedComplaints: /./ });

test("for whoever is not signed in", async ({ people, locale }) => {
  const page = await (await people.sitDown()).newPage();
  await takeAll(page, {
    "home": "/",
    "home-without-conversations": `http://hilltop.localhost:${port}/`,
    "sign-in": "/sign-in",
    "sign-up": "/sign-up",
    "forgot-password": "/password/forgot",
    "not-found": "/nowhere",
  });
  const ben = await people.enrol("Ben", language(locale));
  const ana = await people.sampleMember("grace");
  await ana.invite(ben, "Hello Ben.\n\nMay I ask you something about **bicycles**?");
  await takeAll(page, { "invitation-from-mail": await mailed(page, ben.address, "/m/") });
  await press(page, "/decline");
  await take(page, "invitation-from-mail-declined");
});

test("as people of the sample", async ({ people, locale }) => {
  const { page } = await people.sampleMember(language(locale) === "ar" ? "salma" : "ana");
  const [two] = await listed(page, ".faces:not(:has(> :nth-child(2)))");
  const [several] = await listed(page, ".faces > :nth-child(2)");
  await takeAll(page, { "conversations": "/conversations", "people": "/people", "profile": "/people/carla", "preferences": "/preferences" });
  for (const [name, path] of [["of-two", two], ["of-several", several]] as const) {
    if (!path) continue;
    await page.goto(path);
    await take(page, `conversation-${name}`);
  }
  if (several) await takeAll(page, { participants: `${several.replace(/\?.*/, "")}/people` });
});

test("in every state", async ({ people, locale, isMobile }) => {
  const { me, other, ...talks } = await makeWorld(people, language(locale));
  const { page } = me;
  await takeAll(page, {
    "conversations-invitations": "/conversations?show=invitations",
    "conversations-archived": "/conversations?show=archived",
    "bell": "/bell",
    "talk-formatted": talks.talking,
    "talk-waiting": talks.waiting,
    "talk-invited": talks.invited,
    "talk-declined": talks.declined,
    "talk-withdrawn": talks.withdrawn,
    "talk-gone": talks.gone,
    "talk-unread": talks.unread,
    "new-conversation": "/conversations/new",
    "profile-own": `/people/${me.handle}`,
    "profile-resume": `/people/${other.handle}`,
  });
  await page.goto(talks.talking);
  await page.locator(".format > summary").click();
  await take(page, "format-menu");
  await page.keyboard.press("Escape");
  await page.locator("#composer-text").fill("One\n\nTwo\n\nThree\n\nFour\n\nFive");
  await take(page, "composer-grown");
  await page.locator("#composer-text").fill("");
  const own = page.locator(".message-own").first();
  if (isMobile) await own.tap();
  else await own.hover();
  await take(page, "message-actions");
  await own.locator(".message-edit > summary").click();
  await take(page, "message-editing");
  if (isMobile) {
    await page.setViewportSize({ width: 390, height: 420 });
    await page.goto(talks.talking);
    await take(page, "keyboard-up");
  } else {
    await page.setViewportSize({ width: 2560, height: 1300 });
    await takeAll(page, { "wide-conversation": talks.talking, "wide-conversations": "/conversations", "wide-people": "/people" });
  }
});

test("of somebody who just came", async ({ people, locale }) => {
  const [me, other] = await Promise.all([people.join("Maya", { language: language(locale) }), people.join("Otis")]);
  const { page } = me;
  await takeAll(page, { "conversations-none": "/conversations", "start": `/conversations/new?to=${other.handle}`, "profile-start": `/people/${other.handle}` });
  await page.goto(await begin(me, other));
  await expect(page.locator("#composer-text")).toBeVisible();
  await take(page, "talk-just-begun");
});
