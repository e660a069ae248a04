// Everything that is done often can be done without a mouse.
import { Conversation } from "../fixtures/conversation.js";
import { begin } from "../fixtures/people.js";
import { expect, test } from "../fixtures/test.js";

test("j and k walk through the list, Enter opens, e archives, u marks as unread", async ({ people }) => {
  const [ana, ben, carla] = await Promise.all([people.join("Ana"), people.join("Ben"), people.join("Carla")]);
  await begin(ben, ana);
  await begin(carla, ana);
  const { page } = ana;
  await page.goto("/conversations");
  const row = (of: string) => page.getByRole("region", { name: "My Conversations" }).getByRole("link").filter({ hasText: of });
  const [newest, oldest] = [row(carla.name), row(ben.name)];

  await page.keyboard.press("j");
  await expect(newest).toBeFocused();
  await page.keyboard.press("j");
  await expect(oldest).toBeFocused();
  await page.keyboard.press("k");
  await expect(newest).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(carla.name);
  await expect(newest).toHaveAttribute("aria-current", "page");

  await page.keyboard.press("u");
  await expect(page.getByText("Marked as unread.")).toBeVisible();
  await expect(newest).toContainText("1 unread");
  await page.keyboard.press("j");
  await page.keyboard.press("Enter");
  await expect(newest).toHaveAttribute("aria-current", "page");
  await page.keyboard.press("e");
  await expect(page.getByText("Archived. It comes back when someone writes.")).toBeVisible();
  await page.goto("/conversations?show=archived");
  await expect(newest).toBeVisible();
  await expect(oldest).toHaveCount(0);
});

test("c writes, / searches, ? explains the keys and Escape closes", async ({ people }) => {
  const { page } = await people.join("Ana");
  await page.goto("/conversations");
  await page.keyboard.press("?");
  const keys = page.getByRole("dialog", { name: "Keys" });
  await expect(keys).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(keys).toBeHidden();

  await page.keyboard.press("/");
  await expect(page.getByRole("banner").getByRole("searchbox")).toBeFocused();
  await page.keyboard.type("j?c");
  await expect(page.getByRole("banner").getByRole("searchbox"), "what is typed is not taken for keys").toHaveValue("j?c");
  await expect(keys).toBeHidden();

  await page.goto("/conversations");
  await page.keyboard.press("c");
  await expect(page.getByRole("searchbox", { name: "To" })).toBeFocused();
});

test("Escape closes a menu and gives the focus back", async ({ people }) => {
  const { page } = await people.join("Ana");
  await page.goto("/people");
  const menu = page.getByLabel("Your menu");
  await menu.focus();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("link", { name: "Preferences" })).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("link", { name: "Preferences" })).toBeHidden();
  await expect(menu).toBeFocused();
});

test("the first thing Tab reaches leads past the bar to the content", async ({ people }) => {
  const { page } = await people.join("Ana");
  await page.goto("/people");
  await page.keyboard.press("Tab");
  const skip = page.getByRole("link", { name: "Skip to the content" });
  await expect(skip).toBeFocused();
  await expect(skip).toBeInViewport();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("main")).toBeFocused();
  await page.keyboard.press("Tab");
  await expect(page.getByRole("main").getByRole("searchbox")).toBeFocused();
});

test("Enter sends and Shift with Enter begins a new line, unless one prefers it otherwise", async ({ people }) => {
  const [ana, ben] = await Promise.all([people.join("Ana"), people.join("Ben")]);
  const path = await begin(ana, ben);
  const hers = await Conversation.open(ana.page, path);
  await hers.composer.pressSequentially("One line");
  await hers.composer.press("Shift+Enter");
  await hers.composer.pressSequentially("and another");
  await hers.composer.press("Enter");
  await expect(hers.message("One line")).toContainText("and another");
  await expect(hers.composer).toHaveValue("");

  await ana.post("/preferences/appearance", { language: "en", theme: "auto", send_key: "ctrl_enter" });
  await ana.page.reload();
  await hers.composer.pressSequentially("A paragraph");
  await hers.composer.press("Enter");
  await hers.composer.pressSequentially("goes on");
  await expect(hers.composer).toHaveValue("A paragraph\ngoes on");
  await hers.composer.press("Control+Enter");
  await expect(hers.message("A paragraph")).toContainText("goes on");
});

test("Enter that chooses a word of an input method does not send", async ({ people }) => {
  const [ana, ben] = await Promise.all([people.join("Ana"), people.join("Ben")]);
  const hers = await Conversation.open(ana.page, await begin(ana, ben));
  await hers.composer.fill("かん");
  await hers.composer.dispatchEvent("keydown", { key: "Enter", isComposing: true });
  await hers.composer.dispatchEvent("keydown", { key: "Enter", keyCode: 229 });
  await expect(hers.composer).toHaveValue("かん");
  await hers.composer.press("Enter");
  await expect(hers.message("かん")).toBeVisible();
});
