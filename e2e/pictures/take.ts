// Takes a picture of a page as it stands, in light and in dark.
import { expect, test, type Page } from "@playwright/test";
import { fileURLToPath } from "node:url";

export const folder = fileURLToPath(new URL("../../target/pictures", import.meta.url));

export async function take(page: Page, name: string): Promise<void> {
  // A connection that is awaited says so in a bar that does not belong to the page.
  await page.evaluate(() => document.fonts.ready);
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    await page.screenshot({ path: `${folder}/${test.info().project.name}/${name}-${colorScheme}.png` });
  }
  await page.emulateMedia({ colorScheme: null, reducedMotion: null });
}

/** Goes to each of these pages and takes it. */
export async function takeAll(page: Page, pages: Record<string, string>): Promise<void> {
  for (const [name, path] of Object.entries(pages)) {
    await page.goto(path);
    await take(page, name);
  }
}

/** The paths of the conversations in a member's list, as far as they are of this kind. */
export async function listed(page: Page, selector: string): Promise<string[]> {
  await page.goto("/conversations");
  await expect(page.locator(".row-link").first()).toBeVisible();
  const links = page.locator("#conversation-rows .row").filter({ has: page.locator(selector) }).locator(".row-link");
  return links.evaluateAll((all) => all.map((link) => link.getAttribute("href") ?? ""));
}
