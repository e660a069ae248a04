// Preferences save at once, and say so.
import { expect, test } from "../fixtures/test.js";

// A form that is not right is answered so, which browsers note.
test.use({ expectedComplaints: /status of 422|ERR_FAILED|status of 401/ });

test("a choice is saved as soon as it is made", async ({ people }) => {
  const { page } = await people.join("Ana");
  await page.goto("/preferences");
  const notifications = page.getByRole("region", { name: "Notifications" });
  await notifications.getByRole("radio", { name: /^Off/ }).check();
  await expect(notifications.getByRole("status")).toHaveText("Saved");
  await page.reload();
  await expect(notifications.getByRole("radio", { name: /^Off/ })).toBeChecked();
});

test("a choice that is made after the session ended is not said to be saved: one is asked to sign in, and told why", async ({ people }) => {
  const ana = await people.join("Ana");
  const { page } = ana;
  // The stream, or the beat that says one is here, would notice first.
  let isSilent = true;
  await page.route("**/live?*", (route) => route.abort());
  await page.route("**/presence*", (route) => (isSilent ? route.abort() : route.continue()));
  await page.goto("/preferences");
  const said: string[] = [];
  await page.exposeFunction("heard", (text: string) => said.push(text));
  await page.evaluate(() => {
    const heard = (window as unknown as { heard: (text: string) => void }).heard;
    for (const status of document.querySelectorAll(".saved")) new MutationObserver(() => heard(status.textContent ?? "")).observe(status, { childList: true });
  });
  await ana.browser.clearCookies();
  isSilent = false;
  await page.getByRole("region", { name: "Notifications" }).getByRole("radio", { name: /^Off/ }).check();
  await expect(page.getByText("You are not signed in any more.")).toBeVisible();
  expect(new URL(page.url()).searchParams.get("return_to")).toBe("/preferences");
  expect(said).not.toContain("Saved");
});

test("choosing Arabic turns the whole page around at once, and English turns it back", async ({ people }) => {
  const { page } = await people.join("Ana");
  await page.goto("/preferences");
  await page.getByRole("radio", { name: "العربية" }).check();
  await expect(page.locator("html")).toHaveAttribute("dir", "rtl");
  await expect(page.locator("html")).toHaveAttribute("lang", "ar");
  await page.getByRole("radio", { name: "English" }).check();
  await expect(page.locator("html")).toHaveAttribute("dir", "ltr");
});

test("choosing dark colours changes them at once, whatever the device says", async ({ people }) => {
  const { page } = await people.join("Ana", { colorScheme: "light" });
  await page.goto("/preferences");
  const brightness = () =>
    page.evaluate(() => {
      const [red = 0, green = 0, blue = 0] = getComputedStyle(document.documentElement).backgroundColor.match(/\d+/g)?.map(Number) ?? [];
      return red + green + blue;
    });
  expect(await brightness()).toBeGreaterThan(600);
  await page.getByRole("radio", { name: "Dark" }).check();
  await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
  // The page is loaded anew, and until then has no colours to tell.
  await expect(async () => expect(await brightness()).toBeLessThan(200)).toPass();
});

test("a name or a line about oneself that was changed is what others see", async ({ people }) => {
  const [ana, ben] = await Promise.all([people.join("Ana"), people.join("Ben")]);
  await ana.page.goto("/preferences");
  const profile = ana.page.getByRole("region", { name: "Profile" });
  await profile.getByLabel("A line about yourself").fill("Counts swifts.");
  await profile.getByRole("button", { name: "Save" }).click();
  await expect(profile.getByRole("status")).toHaveText("Saved");
  await ben.page.goto(`/people/${ana.handle}`);
  await expect(ben.page.getByText("Counts swifts.")).toBeVisible();
});

test("a short name that somebody else has is refused beside its field", async ({ people }) => {
  const { page } = await people.join("Ana");
  await page.goto("/preferences");
  const profile = page.getByRole("region", { name: "Profile" });
  await profile.getByLabel("Username").fill("ben");
  await profile.getByRole("button", { name: "Save" }).click();
  await expect(profile.getByLabel("Username")).toHaveAccessibleDescription(/Somebody else has this one/);
  await expect(profile.getByLabel("Username")).toHaveValue("ben");
  await expect(profile.getByLabel("Username"), "one is taken to it").toBeFocused();
  await expect(profile.getByLabel("Username")).toBeInViewport();
});

test("a key for programs is shown once", async ({ people }) => {
  const { page } = await people.join("Ana");
  await page.goto("/preferences");
  const keys = page.getByRole("region", { name: "API keys" });
  await keys.getByLabel("What is it for?").fill("Backup");
  await keys.getByRole("button", { name: "Make a key" }).click();
  await expect(keys.getByText(/^snug_/)).toBeVisible();
  await page.goto("/preferences");
  await expect(keys.getByText("Backup")).toBeVisible();
  await expect(keys.getByText(/^snug_/)).toHaveCount(0);
});
