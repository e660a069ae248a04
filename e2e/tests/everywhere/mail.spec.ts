// The pages that mails lead to, and the mails, wide and narrow, from left to right and from right to left, in light and in dark.
import { lookAt } from "../../fixtures/look.js";
import { test } from "../../fixtures/test.js";
import { language, mailed, press, visit } from "../../fixtures/visit.js";

// Pages that say what went wrong are pages too.
test.use({ expectedComplaints: /status of (403|404|410|422)/ });
test.describe.configure({ timeout: 120_000 });

test("pages that a mail leads to", async ({ people, locale }) => {
  const [ana, ben] = await Promise.all([
    people.join("Ana", { language: language(locale) }),
    people.enrol("Ben", language(locale)),
  ]);
  await ana.invite(ben, "Hello Ben.\n\nMay I ask you something about **bicycles**?");
  const page = ben.page;
  const invitation = await mailed(page, ben.address, "/m/");
  const stop = await mailed(page, ben.address, "/u/");
  await page.goto(invitation);
  await lookAt(page, "invitation");
  await press(page, "/decline");
  await lookAt(page, "invitation-declined");
  await press(page, "/undo");
  await press(page, "/accept");
  await lookAt(page, "invitation-accepted");
  await page.goto(invitation);
  await lookAt(page, "invitation-gone");
  await page.goto(stop);
  await lookAt(page, "unsubscribe");
  await press(page, "/u/");
  await lookAt(page, "unsubscribed");
  await press(page, "/resume");
  await lookAt(page, "resumed");
});

test("mails, as the demo shows them", async ({ people, locale }) => {
  const [ana, ben] = await Promise.all([
    people.join("Ana", { language: language(locale) }),
    people.enrol("Ben", language(locale)),
  ]);
  await ana.invite(ben, "Hello Ben.");
  await mailed(ana.page, ben.address, "/m/");
  const mail = ana.page.url();
  await visit(ana.page, {
    mails: "/demo/mails",
    "mail-html": mail.replace(/\?.*/, ""),
    "mail-text": mail.replace(/\?.*/, "?view=text"),
    "mail-source": mail.replace(/\?.*/, "?view=source"),
  });
});
