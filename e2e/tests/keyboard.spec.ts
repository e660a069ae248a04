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
  await expect(page.getByRole("textbox", { name: /^Message to/ }), "one can write at once").toBeFocused();
  await page.keyboard.press("Escape");
  await expect(newest).toBeFocused();

  await page.keyboard.press("u");
  await expect(page.locator(".notice")).toContainText("Marked as unread.");
  await expect(newest).toContainText("1 unread");
  await expect(newest).toBeFocused();
  await page.keyboard.press("z");
  await expect(newest).not.toContainText("unread");
  await expect(newest).toBeFocused();
  await page.keyboard.press("e");
  await expect(page.locator(".notice")).toContainText("Archived. It comes back when someone writes.");
  await expect(oldest, "the next one").toBeFocused();
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

test("what one types in an open conversation is written there, wherever the focus is", async ({ people }) => {
  const [ana, ben] = await Promise.all([people.join("Ana"), people.join("Ben")]);
  const hers = await Conversation.open(ana.page, await begin(ana, ben));
  const { page } = ana;
  await expect(hers.composer).toBeFocused();
  const places = [
    page.getByRole("group", { name: "Messages" }),
    page.getByLabel("More about this conversation"),
    page.getByLabel("Your menu"),
    page.getByRole("button", { name: "Send" }),
  ];
  for (const place of places) {
    await hers.composer.fill("");
    await place.focus();
    await page.keyboard.type("Hey Ben, e c u k? /j");
    await expect(hers.composer).toHaveValue("Hey Ben, e c u k? /j");
  }
  // Beside everything, as a click on the paper does.
  await hers.composer.fill("");
  await page.evaluate(() => (document.activeElement as HTMLElement).blur());
  await page.keyboard.type("مرحبا é");
  await expect(hers.composer).toHaveValue("مرحبا é");
  await page.keyboard.press("Enter");
  await expect(hers.message("مرحبا é")).toBeVisible();
  await expect(hers.composer).toBeFocused();
  await expect(page).toHaveURL(/\/conversations\/[0-9a-f-]+/);
});

test("what one types after a click on a row is written in the conversation that opens", async ({ people }) => {
  const [ana, ben, carla] = await Promise.all([people.join("Ana"), people.join("Ben"), people.join("Carla")]);
  await begin(ben, ana);
  const path = await begin(carla, ana);
  const { page } = ana;
  await Conversation.open(page, path);
  // The line is slow: the conversation is not there yet when one begins to type.
  await page.route(/\/conversations\/[0-9a-f-]+$/, async (route) => {
    await new Promise((resolve) => setTimeout(resolve, 600));
    await route.continue();
  });
  const list = page.getByRole("region", { name: "My Conversations" });
  await list.getByRole("link", { name: ben.name }).click();
  await page.keyboard.type("Hey Ben, are you there?", { delay: 40 });
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(ben.name);
  await expect(new Conversation(page).composer).toHaveValue("Hey Ben, are you there?");
  await expect(list.getByRole("link", { name: carla.name }), "and nothing is archived").toBeVisible();
});

test("what one types while a conversation is on its way is sent there, in its order, Enter and all", async ({ people }) => {
  const [ana, ben, carla] = await Promise.all([people.join("Ana"), people.join("Ben"), people.join("Carla")]);
  await begin(ben, ana);
  const path = await begin(carla, ana);
  const { page } = ana;
  await Conversation.open(page, path);
  let go = (): void => {};
  const slow = new Promise<void>((resolve) => (go = resolve));
  await page.route(/\/conversations\/[0-9a-f-]+$/, async (route) => {
    await slow;
    await route.continue();
  });
  await page.getByRole("region", { name: "My Conversations" }).getByRole("link", { name: ben.name }).click();
  await page.keyboard.type("Hey Benn");
  await page.keyboard.press("Backspace");
  await page.keyboard.press("Enter");
  await page.keyboard.type("are you");
  await page.keyboard.press("Shift+Enter");
  await page.keyboard.type("there?");
  await page.keyboard.press("Enter");
  await page.keyboard.type("I w");
  go();
  await page.keyboard.type("as about to say", { delay: 20 });
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(ben.name);
  const hers = new Conversation(page);
  await expect(hers.composer).toHaveValue("I was about to say");
  await expect(hers.composer).toBeFocused();
  await expect.poll(async () => (await hers.texts()).slice(-2)).toEqual(["Hey Ben", "are you\nthere?"]);
});

test("a first message that is typed before its page is there is written in it, line by line", async ({ people }) => {
  const [ana, ben] = await Promise.all([people.join("Ana"), people.join("Ben")]);
  const { page } = ana;
  await page.goto("/conversations/new");
  await page.route(/\/conversations\/new\?to=/, async (route) => {
    await new Promise((resolve) => setTimeout(resolve, 1_500));
    await route.continue();
  });
  await page.keyboard.type(ben.name);
  await page.keyboard.press("Enter");
  await page.keyboard.type("Hello Ben");
  await page.keyboard.press("Enter");
  await page.keyboard.type("how are you?");
  await expect(page.getByLabel("First message")).toHaveValue("Hello Ben\nhow are you?");
});

test("in an invitation what one types does nothing, and after accepting it is written", async ({ people }) => {
  const [ana, ben] = await Promise.all([people.join("Ana"), people.join("Ben")]);
  const path = await ben.invite(ana, "Hello Ana.");
  const { page } = ana;
  await page.goto("/conversations?show=invitations");
  await page.getByRole("region", { name: "My Conversations" }).getByRole("link", { name: ben.name }).click();
  await expect(page.getByRole("button", { name: "Accept" })).toBeVisible();
  await page.keyboard.type("Yes, ecujk/?");
  await expect(page.getByRole("button", { name: "Accept" })).toBeVisible();
  await expect(page.getByRole("dialog")).toHaveCount(0);
  await expect(page).toHaveURL(new RegExp(`${path}\\?show=invitations$`));
  await page.getByRole("button", { name: "Accept" }).click();
  await page.keyboard.type("With pleasure, e.");
  await expect(new Conversation(page).composer).toHaveValue("With pleasure, e.");
});

test("Write takes a name, Enter chooses, and the message is written without a click", async ({ people }) => {
  const [ana, ben] = await Promise.all([people.join("Ana"), people.join("Ben")]);
  const { page } = ana;
  await page.goto("/conversations");
  await page.keyboard.press("c");
  await expect(page.getByRole("searchbox", { name: "To" })).toBeFocused();
  await page.getByRole("link", { name: "Back" }).or(page.getByLabel("Your menu")).last().focus();
  await page.keyboard.type(ben.name);
  await page.keyboard.press("Enter");
  await page.keyboard.type("Hello Ben, c", { delay: 20 });
  await expect(page.getByLabel("First message")).toHaveValue("Hello Ben, c");
  await expect(page.getByLabel("First message")).toBeFocused();
});

test("who turned keys of one letter off is never surprised by one", async ({ people }) => {
  const [ana, ben] = await Promise.all([people.join("Ana"), people.join("Ben")]);
  const path = await begin(ana, ben);
  const { page } = ana;
  await page.goto("/preferences");
  await page.getByRole("group", { name: "Keys of one letter" }).getByRole("radio", { name: "Off" }).check();
  await expect(page.getByRole("region", { name: "Appearance" }).getByRole("status")).toHaveText("Saved");
  await Conversation.open(page, path);
  const row = page.getByRole("region", { name: "My Conversations" }).getByRole("link", { name: ben.name });
  await row.focus();
  await page.keyboard.type("ecujk/?z");
  await expect(row).toBeFocused();
  await expect(page).toHaveURL(new RegExp(`${path}$`));
  await page.getByLabel("Your menu").click();
  await page.getByRole("button", { name: "Keys" }).click();
  await expect(page.getByRole("dialog", { name: "Keys" })).toContainText("Keys of one letter are off.");
});

test("a key with Ctrl, and a space, stay the browser's", async ({ people }) => {
  const [ana, ben] = await Promise.all([people.join("Ana"), people.join("Ben")]);
  const hers = await Conversation.open(ana.page, await begin(ana, ben));
  await hers.messages.focus();
  await ana.page.keyboard.press("Control+c");
  await ana.page.keyboard.press("Space");
  await expect(hers.messages).toBeFocused();
  await expect(hers.composer).toHaveValue("");
});
