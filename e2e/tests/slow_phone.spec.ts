// How it comes on a slow phone: a processor four times slower, and 3G as WebPageTest has it. The figures are printed; held is
// only what does not depend on how busy this machine is.
import type { CDPSession } from "@playwright/test";
import { begin, type People } from "../fixtures/people.js";
import type { Member } from "../fixtures/member.js";
import { expect, test } from "../fixtures/test.js";

const PHONE = { viewport: { width: 412, height: 839 }, deviceScaleFactor: 2.625, hasTouch: true, isMobile: true };
const THREE_G = { offline: false, latency: 300, downloadThroughput: 1_600_000 / 8, uploadThroughput: 768_000 / 8 };

/** A conversation of fifty messages, on a phone. */
async function talked(people: People): Promise<{ me: Member; path: string }> {
  const [me, other] = await Promise.all([people.join("Maya", PHONE), people.join("Otis")]);
  const path = await begin(me, other);
  for (let turn = 1; turn <= 52; turn++) await (turn % 2 ? me : other).say(path, `Number ${turn}. Shall we walk by the river?`);
  await me.post(`${path}/read`, { sequence: "9999" });
  return { me, path };
}

/** Makes it slow, and counts the bytes that come. */
async function slowDown(session: CDPSession): Promise<() => number> {
  let bytes = 0;
  session.on("Network.loadingFinished", (event) => (bytes += event.encodedDataLength));
  await session.send("Network.enable");
  await session.send("Network.emulateNetworkConditions", THREE_G);
  await session.send("Emulation.setCPUThrottlingRate", { rate: 4 });
  return () => bytes;
}

interface Watched {
  /** When something of it was painted, in milliseconds since it was asked for. */
  painted: number;
  /** Whether the newest message was in view then. */
  atTheEnd: boolean;
  shifts: number;
}

test("on a slow phone a conversation is painted at its end, and stays where it is", async ({ people }) => {
  test.slow();
  const { me, path } = await talked(people);
  const context = await people.sitDown({ ...PHONE, storageState: await me.browser.storageState() });
  const page = await context.newPage();
  await page.addInitScript(() => {
    const watched: Watched = { painted: 0, atTheEnd: false, shifts: 0 };
    Object.assign(window, { watched });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) watched.shifts += (entry as PerformanceEntry & { value: number }).value;
    }).observe({ type: "layout-shift", buffered: true });
    new PerformanceObserver((list) => {
      const first = list.getEntriesByName("first-contentful-paint")[0];
      if (!first) return;
      const last = Array.from(document.querySelectorAll(".message-body")).at(-1)?.getBoundingClientRect();
      watched.painted = first.startTime;
      watched.atTheEnd = last !== undefined && last.bottom > 0 && last.bottom <= innerHeight;
    }).observe({ type: "paint", buffered: true });
  });
  const bytes = await slowDown(await context.newCDPSession(page));

  const figures: string[] = [];
  for (const time of ["first", "second"]) {
    const before = bytes();
    await page.goto(path, { waitUntil: "commit" });
    await page.locator("#composer-text").waitFor();
    // Whoever reads types: the page takes it.
    await page.locator("#composer-text").fill("On my way");
    const typed = await page.evaluate(() => Math.round(performance.now()));
    await page.waitForLoadState("load");
    await page.waitForTimeout(2_000);
    const watched = await page.evaluate(() => (window as Window & { watched?: Watched }).watched);
    if (!watched) throw new Error("The page was not watched.");
    figures.push(
      `the ${time} time: painted after ${Math.round(watched.painted)} ms, typed in after ${typed} ms, ` +
        `shifted by ${watched.shifts.toFixed(3)}, ${Math.round((bytes() - before) / 1000)} kB came`,
    );
    expect(watched.painted).toBeGreaterThan(0);
    expect(watched.atTheEnd, "the newest message is in view with the first paint").toBe(true);
    expect(watched.shifts).toBeLessThanOrEqual(0.02);
  }
  console.log(`Fifty messages on a slow phone:\n  ${figures.join("\n  ")}`);
});
