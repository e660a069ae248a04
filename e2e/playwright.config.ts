// The browser tests: one demo of their own, Debian's Chromium, wide and narrow, English and Arabic.
//
// tests/*.spec.ts run once, on a desktop in English: what people do.
// tests/everywhere/*.spec.ts run in every project: what has to hold on each screen and in each direction of writing.
// With SNUG_TEST_PICTURES=1 these leave a picture of every page in target/screenshots.
import { defineConfig, devices } from "@playwright/test";
import { address, data, port, program } from "./fixtures/demo.js";

const asRoot = process.getuid?.() === 0;
const everywhere = "everywhere/**/*.spec.ts";

export default defineConfig({
  testDir: "tests",
  outputDir: "results/tests",
  // The tests share one demo: each makes the people it needs, so that they may run side by side.
  fullyParallel: true,
  workers: 2,
  forbidOnly: Boolean(process.env.CI),
  // Browsers, server and whatever else runs share one machine: what passes only when tried again is said to be flaky.
  retries: process.env.CI ? 1 : 0,
  // The mail of an invitation waits 20 seconds.
  timeout: 60_000,
  // What comes, comes at once; a machine that builds beside it may still need longer.
  expect: { timeout: 10_000 },
  reporter: [["list"]],
  use: {
    // Chromium takes every name under localhost for this machine.
    baseURL: address,
    launchOptions: {
      executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
      args: [
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-quic",
        // The sandbox needs a user other than root.
        ...(asRoot ? ["--no-sandbox"] : []),
      ],
    },
    screenshot: "only-on-failure",
  },
  projects: [
    { name: "desktop", use: { ...devices["Desktop Chrome"], locale: "en-GB" } },
    { name: "desktop-arabic", testMatch: everywhere, use: { ...devices["Desktop Chrome"], locale: "ar" } },
    { name: "phone", testMatch: everywhere, use: { ...devices["Pixel 7"], locale: "en-GB" } },
    { name: "phone-arabic", testMatch: everywhere, use: { ...devices["Pixel 7"], locale: "ar" } },
  ],
  webServer: {
    command: `rm -rf "${data}" && exec "${program}" demo --listen 127.0.0.1:${port} --data "${data}"`,
    url: `http://127.0.0.1:${port}/readyz`,
    reuseExistingServer: false,
    timeout: 60_000,
    gracefulShutdown: { signal: "SIGTERM", timeout: 10_000 },
  },
});
