// Whatever is touched is large enough for a thumb.
import { begin } from "../../fixtures/people.js";
import { expect, test } from "../../fixtures/test.js";
import { language } from "../../fixtures/visit.js";

const LEAST = 44;

test("in a conversation everything that is touched is large enough", async ({ people, locale, isMobile }) => {
  test.skip(!isMobile, "for a finger");
  const [me, other] = await Promise.all(["Maya", "Otis"].map((name) => people.join(name, { language: language(locale) })));
  if (!me || !other) throw new Error("two people came");
  await me.page.goto(await begin(me, other));
  await expect(me.page.locator("#composer-text")).toBeVisible();
  const small = await me.page.evaluate((least) => {
    const controls = [...document.querySelectorAll<HTMLElement>(".bar :is(a, button, summary, input), .pane :is(a, button, summary, textarea)")];
    const shown = controls.filter((control) => control.checkVisibility() && !control.closest(".prose, .menu-sheet"));
    const sizes = shown.map((control) => ({ control, box: control.getBoundingClientRect() }));
    return sizes.filter(({ box }) => Math.min(box.width, box.height) < least).map(({ control, box }) => `${control.outerHTML.slice(0, 100)} ${box.width} x ${box.height}`);
  }, LEAST);
  expect(small).toEqual([]);
});
