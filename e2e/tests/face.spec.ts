// A community's face: its accent on every page, its pictures, and that it can be installed.
import { expect, test } from "../fixtures/test.js";

test("the accent of the community is in light and in dark pages", async ({ people }) => {
  const page = await (await people.sitDown()).newPage();
  await page.goto("/");
  const button = page.getByRole("link", { name: "Sign up" }).first();
  const colours: string[] = [];
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    colours.push(await button.evaluate((element) => getComputedStyle(element).backgroundColor));
  }
  // That of the sample's Riverside, not Snug's green, and a lighter one in the dark.
  expect(colours[0]).toBe("rgb(27, 94, 123)");
  expect(colours[1]).not.toBe(colours[0]);
});

test("the site can be installed with the community's name and pictures", async ({ people }) => {
  const page = await (await people.sitDown()).newPage();
  await page.goto("/");
  const devtools = await page.context().newCDPSession(page);
  const { errors, data } = await devtools.send("Page.getAppManifest");
  expect(errors).toEqual([]);
  const manifest = JSON.parse(data ?? "") as { name: string; icons: { src: string; sizes: string }[] };
  expect(manifest.name).toBe("Riverside");
  for (const { src, sizes } of manifest.icons) {
    const size = await page.evaluate(async (address) => {
      const picture = new Image();
      picture.src = address;
      await picture.decode();
      return `${picture.naturalWidth}x${picture.naturalHeight}`;
    }, src);
    expect(size).toBe(sizes);
  }
  for (const picture of await page.locator("img").all()) {
    expect(await picture.evaluate((element: HTMLImageElement) => element.naturalWidth)).toBeGreaterThan(0);
  }
});
