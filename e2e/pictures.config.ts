// Pictures of every page and state, to look at: `make pictures`. They go to target/pictures, with a sheet of all of them.
import { defineConfig, devices } from "@playwright/test";
import tests from "./playwright.config.js";

const desktop = { ...devices["Desktop Chrome"], viewport: { width: 1440, height: 900 } };
const phone = { ...devices["Pixel 7"], viewport: { width: 390, height: 844 }, deviceScaleFactor: 2 };

export default defineConfig({
  ...tests,
  testDir: "pictures",
  outputDir: "results/pictures",
  globalTeardown: "./pictures/sheet.ts",
  retries: 0,
  timeout: 300_000,
  projects: [
    { name: "desktop", use: { ...desktop, locale: "en-GB" } },
    { name: "phone", use: { ...phone, locale: "en-GB" } },
    { name: "desktop-arabic", use: { ...desktop, locale: "ar" } },
    { name: "phone-arabic", use: { ...phone, locale: "ar" } },
  ],
});
