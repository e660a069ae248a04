// The pages on the way in, wide and narrow, from left to right and from right to left, in light and in dark.
import { port } from "../../fixtures/demo.js";
import { lookAt } from "../../fixtures/look.js";
import { PASSWORD } from "../../fixtures/people.js";
import { expect, test } from "../../fixtures/test.js";
import { language, mailed, press, visit } from "../../fixtures/visit.js";

// Pages that say what went wrong are pages too.
test.use({ expectedComplaints: /status of (403|404|410|422)/ });
test.describe.configure({ timeout: 120_000 });

test("pages for whoever is not signed in", async ({ people, locale }) => {
  const page = await (await people.sitDown()).newPage();
  await page.goto("/");
  const root = page.locator("html");
  await expect(root).toHaveAttribute("lang", language(locale));
  await expect(root).toHaveAttribute("dir", language(locale) === "ar" ? "rtl" : "ltr");
  await visit(page, {
    home: "/",
    help: "/help",
    about: "/about",
    privacy: "/privacy",
    "sign-in": "/sign-in",
    "signed-out-beside": "/sign-in?why=signed-out-beside",
    "sign-up": "/sign-up",
    "forgot-password": "/password/forgot",
    "dead-link": "/sign-up/confirm/nonsense",
    "not-found": "/nowhere",
    "communities": `http://elsewhere.localhost:${port}/`,
  });
});

test("pages on the way in", async ({ people, locale }) => {
  const page = await (await people.sitDown()).newPage();
  await page.goto("/sign-up");
  const [name, address] = people.somebody("Nora");
  await page.locator("#name").fill(name);
  await page.locator("#address").fill(address);
  await page.locator("#password").fill("password12");
  await press(page, "/sign-up");
  await expect(page.locator("[aria-invalid]")).toBeVisible();
  await lookAt(page, "sign-up-wrong");
  await page.locator("#password").fill(PASSWORD);
  await press(page, "/sign-up");
  await expect(page.locator("#name")).toHaveCount(0);
  await page.goto(await mailed(page, address, "/sign-up/confirm/"));
  await lookAt(page, "confirm-sign-up");

  const { page: hers, address: known } = await people.enrol("Lena", language(locale));
  await hers.goto("/password/forgot");
  await hers.locator("#address").fill(known);
  await press(hers, "/password/forgot");
  await expect(hers.locator("#address")).toHaveCount(0);
  await lookAt(hers, "mail-sent");
  await hers.goto(await mailed(hers, known, "/password/reset/"));
  await lookAt(hers, "choose-password");
  await hers.goto("/sign-in");
  await hers.locator("#address").fill(known);
  await hers.locator("#password").fill("not this one");
  await hers.locator("main form .button").first().click();
  await expect(hers.getByRole("alert")).toBeVisible();
  await lookAt(hers, "sign-in-wrong");
  await hers.locator("#address").fill(known);
  await hers.locator('[formaction="/sign-in/link"]').click();
  await expect(hers.locator("#address")).toHaveCount(0);
  await hers.goto(await mailed(hers, known, "/sign-in/link/"));
  await lookAt(hers, "sign-in-by-link");
});

test("a form of preferences that is not right", async ({ people, locale }) => {
  const { page } = await people.join("Maya", { language: language(locale) });
  await page.goto("/preferences");
  await page.locator("#current_password").fill("not the right one");
  await page.locator("#password").fill(PASSWORD);
  await press(page, "/preferences/password");
  await expect(page.locator("[aria-invalid]").first()).toBeVisible();
  await lookAt(page, "preferences-wrong");
});
