// Whatever one writes with, and whatever one pastes or drops: it arrives as it is, or one is told why not.
import type { CDPSession, Page } from "@playwright/test";
import { Conversation } from "../fixtures/conversation.js";
import { begin, type People } from "../fixtures/people.js";
import { expect, test } from "../fixtures/test.js";

const LONGEST = 20_000;

/** An input method: it composes a text, and one chooses it. */
class InputMethod {
  private constructor(private readonly session: CDPSession) {}

  static async of(page: Page): Promise<InputMethod> {
    return new InputMethod(await page.context().newCDPSession(page));
  }

  async compose(text: string): Promise<void> {
    // What a key says of itself while an input method has it.
    await this.session.send("Input.dispatchKeyEvent", { type: "rawKeyDown", key: "Process", windowsVirtualKeyCode: 229 });
    await this.session.send("Input.imeSetComposition", { text, selectionStart: text.length, selectionEnd: text.length });
  }

  async choose(text: string): Promise<void> {
    await this.session.send("Input.dispatchKeyEvent", { type: "rawKeyDown", key: "Enter", windowsVirtualKeyCode: 229 });
    await this.session.send("Input.insertText", { text });
  }
}

async function talk(people: People): Promise<Conversation> {
  const [ana, ben] = await Promise.all([people.join("Ana"), people.join("Ben")]);
  return Conversation.open(ana.page, await begin(ana, ben));
}

const paste = (page: Page, data: Record<string, string>, files: string[] = []): Promise<boolean> =>
  page.evaluate(
    ({ data, files }) => {
      const clipboardData = new DataTransfer();
      for (const [type, text] of Object.entries(data)) clipboardData.setData(type, text);
      for (const name of files) clipboardData.items.add(new File(["x"], name, { type: "image/png" }));
      const event = new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true });
      return (document.activeElement ?? document.body).dispatchEvent(event);
    },
    { data, files },
  );

/** Puts a text on the clipboard of this browser, and pastes it by the key. */
async function pasteByKey(page: Page, items: Record<string, string>): Promise<void> {
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  await page.evaluate(async (items) => {
    const blobs = Object.entries(items).map(([type, text]) => [type, new Blob([text], { type })] as const);
    await navigator.clipboard.write([new ClipboardItem(Object.fromEntries(blobs))]);
  }, items);
  await page.keyboard.press("Control+v");
}

test("Enter that ends what an input method composes does not send", async ({ people }) => {
  const hers = await talk(people);
  const method = await InputMethod.of(hers.page);
  await hers.composer.focus();
  await method.compose("かんじ");
  await method.choose("漢字");
  await expect(hers.composer).toHaveValue("漢字");
  await expect(hers.message("漢字")).toHaveCount(0);
  await hers.composer.press("Enter");
  await expect(hers.message("漢字")).toBeVisible();
});

test("what an input method composes goes to where one writes, wherever the focus is", async ({ people }) => {
  const hers = await talk(people);
  const method = await InputMethod.of(hers.page);
  await hers.messages.getByRole("article").last().focus();
  await method.compose("にほ");
  await method.choose("日本");
  await expect(hers.composer).toHaveValue("日本");
  await expect(hers.composer).toBeFocused();
});

test("an edit is not saved by the Enter that ends what an input method composes", async ({ people }) => {
  const hers = await talk(people);
  const { page } = hers;
  const method = await InputMethod.of(page);
  await hers.composer.press("ArrowUp");
  const box = page.getByRole("textbox", { name: "Your message" });
  await box.fill("");
  await method.compose("かんじ");
  await method.choose("漢字");
  await expect(box).toHaveValue("漢字");
  await box.press("Enter");
  await expect(hers.message("漢字")).toContainText("edited");
});

test("what is pasted keeps its lines and loses its looks", async ({ people }) => {
  const hers = await talk(people);
  const { page } = hers;
  await pasteByKey(page, { "text/plain": "One\nTwo\n\nThree", "text/html": "<p><b>One</b></p><script>alert(1)</script>" });
  await expect(hers.composer).toHaveValue("One\nTwo\n\nThree");
  await hers.composer.press("Enter");
  await expect(hers.message("One")).toContainText("Three");
  await expect(hers.message("One").locator(".message-text strong, .message-text b")).toHaveCount(0);
});

test("what is pasted beside where one writes is written there", async ({ people }) => {
  const hers = await talk(people);
  await hers.composer.fill("See: ");
  await hers.messages.getByRole("article").last().focus();
  await pasteByKey(hers.page, { "text/plain": "https://example.org" });
  await expect(hers.composer).toHaveValue("See: https://example.org");
  await expect(hers.composer).toBeFocused();
});

test("the longest message is sent, and one that is longer is refused whole, before it is sent", async ({ people }) => {
  const hers = await talk(people);
  const { page } = hers;
  await pasteByKey(page, { "text/plain": `too long ${"a".repeat(LONGEST - 8)}` });
  await expect(page.getByText("This is too long to send.")).toContainText("20,001 / 20,000");
  await hers.composer.press("Enter");
  expect((await hers.composer.inputValue()).length, "nothing is lost").toBe(LONGEST + 1);
  await expect(hers.messages.getByRole("article")).toHaveCount(1);
  await page.reload();
  expect((await hers.composer.inputValue()).length, "nor by loading the page anew").toBe(LONGEST + 1);
  await hers.composer.press("Control+End");
  await hers.composer.press("Backspace");
  await hers.composer.press("Backspace");
  await expect(page.getByText("This is too long to send.")).toBeHidden();
  await hers.composer.press("Enter");
  await expect(hers.message("too long")).not.toContainText("Sending");
  expect((await hers.message("too long").locator(".message-text").innerText()).length).toBe(LONGEST - 1);
});

test("characters are counted as people count them", async ({ people }) => {
  const hers = await talk(people);
  await hers.composer.fill("🌊".repeat(LONGEST / 2 + 1));
  await expect(hers.page.getByText("This is too long to send.")).toBeHidden();
});

test("a picture or a file that is pasted or dropped is refused in words, and the page stays", async ({ people }) => {
  const hers = await talk(people);
  const { page } = hers;
  const said = page.getByText("Pictures and files cannot be sent here yet.");
  await hers.composer.fill("Look:");
  await paste(page, {}, ["swift.png"]);
  await expect(said).toBeVisible();
  await expect(hers.composer).toHaveValue("Look:");
  await hers.composer.pressSequentially(" a swift");
  await expect(said, "until one writes on").toBeHidden();

  const goesOn = await page.evaluate(() => {
    const dataTransfer = new DataTransfer();
    dataTransfer.items.add(new File(["x"], "swift.png", { type: "image/png" }));
    const messages = document.querySelector(".messages");
    return ["dragover", "drop"].map((type) => messages?.dispatchEvent(new DragEvent(type, { dataTransfer, bubbles: true, cancelable: true })));
  });
  expect(goesOn, "the browser does not open it").toEqual([false, false]);
  await expect(said).toBeVisible();
  await expect(hers.composer).toHaveValue("Look: a swift");
});

test("text beside which an office program puts a picture is pasted", async ({ people }) => {
  const hers = await talk(people);
  await hers.composer.focus();
  expect(await paste(hers.page, { "text/plain": "A table" }, ["table.png"]), "the browser does it").toBe(true);
  await expect(hers.page.getByText("Pictures and files cannot be sent here yet.")).toBeHidden();
});
