// A tab belongs to whom it was opened as, and never to whoever signs in next.
import type { Page } from "@playwright/test";
import { Conversation } from "../fixtures/conversation.js";
import { begin } from "../fixtures/people.js";
import { expect, test } from "../fixtures/test.js";

// What is asked by a page that is nobody's any more is refused, which browsers note.
test.use({ expectedComplaints: /status of (401|409)|ERR_ABORTED|ERR_FAILED/ });

test("signing out covers every other tab at once, and leads it to the sign-in page", async ({ people }) => {
  const [ana, ben] = await Promise.all([people.join("Ana"), people.join("Ben")]);
  const path = await begin(ana, ben);
  const old = await ana.browser.newPage();
  await Conversation.open(old, path);
  await Conversation.open(ana.page, path);
  await expect(old.getByText("shall we talk?").first()).toBeVisible();
  await ana.page.getByLabel("Your menu").click();
  await ana.page.getByRole("button", { name: "Sign out" }).click();
  await expect(ana.page.getByRole("heading", { level: 1 })).toHaveText("Sign in");
  await expect(ana.page.getByRole("main").getByText("You are signed out.")).toBeVisible();
  await expect(old).toHaveURL(/\/sign-in\?return_to=/);
  await expect(old.getByRole("main").getByText("You signed out in another tab.")).toBeVisible();
  await expect(old.getByText("shall we talk?")).toHaveCount(0);
  for (const page of [old, ana.page]) {
    await page.goBack().catch(() => null);
    await expect(page.getByText("shall we talk?")).toHaveCount(0);
  }
});

/** Holds back the answer to signing out in this tab, until it is let go. */
async function holdSignOut(page: Page): Promise<() => Promise<void>> {
  await page.addInitScript(() => {
    const send = window.fetch;
    window.fetch = async (...asked) => {
      const answer = await send(...asked);
      const isHeld = String(asked[0]).endsWith("/sign-out");
      if (isHeld) await new Promise((go) => window.addEventListener("test:go", go, { once: true }));
      return answer;
    };
  });
  return () => page.evaluate(() => void window.dispatchEvent(new Event("test:go")));
}

test("whoever signs out sees where that leads, also when another tab is there first", async ({ people }) => {
  const [ana, ben] = await Promise.all([people.join("Ana"), people.join("Ben")]);
  const path = await begin(ana, ben);
  const old = await ana.browser.newPage();
  await Conversation.open(old, path);
  const go = await holdSignOut(ana.page);
  await Conversation.open(ana.page, path);
  await ana.page.getByLabel("Your menu").click();
  await ana.page.getByRole("button", { name: "Sign out" }).click();
  await expect(old).toHaveURL(/\/sign-in\?return_to=/);
  await expect(ana.page.getByText("shall we talk?").first(), "nothing is shown while it is on its way").toBeHidden();
  await go();
  await expect(ana.page.getByRole("heading", { level: 1 })).toHaveText("Sign in");
  await expect(ana.page.getByRole("main").getByText("You are signed out.")).toBeVisible();
});

test("a tab that leaves goes once, however slow the way and whatever it hears meanwhile", async ({ people }) => {
  const [ana, ben] = await Promise.all([people.join("Ana"), people.join("Ben")]);
  const path = await begin(ana, ben);
  const old = await ana.browser.newPage();
  await Conversation.open(old, path);
  await Conversation.open(ana.page, path);
  let asked = 0;
  await old.route("**/sign-in?*", async (route) => {
    asked += 1;
    await new Promise((resolve) => setTimeout(resolve, 3_000));
    await route.continue().catch(() => null);
  });
  await ana.page.getByLabel("Your menu").click();
  await ana.page.getByRole("button", { name: "Sign out" }).click();
  await expect(old.getByText("shall we talk?")).toHaveCount(0);
  for (const path of ["/sign-in", "/sign-up", "/sign-in"]) await ana.page.goto(path);
  await expect(old).toHaveURL(/\/sign-in\?return_to=/);
  expect(asked).toBe(1);
});

/** What a form of the page that is open carries. */
const carried = (page: Page, form: string): Promise<Record<string, string>> =>
  page.evaluate((form) => {
    const fields = new FormData(document.querySelector<HTMLFormElement>(form) ?? undefined);
    return Object.fromEntries([...fields].map(([name, value]) => [name, String(value)]));
  }, form);

/** What the server answers to a request of this browser. */
const ask = (page: Page, path: string, fields: Record<string, string> | null, headers: Record<string, string> = {}): Promise<[number, string]> =>
  page.evaluate(
    async ({ path, fields, headers }) => {
      const response = await fetch(path, fields ? { method: "POST", body: new URLSearchParams(fields), headers } : { headers });
      return [response.status, await response.text()];
    },
    { path, fields, headers },
  );

test("an old tab never acts as whoever signs in next, and is told so", async ({ people }) => {
  const [ana, ben, carla] = await Promise.all([people.join("Ana"), people.join("Ben"), people.enrol("Carla")]);
  const path = await begin(ana, ben);
  await Conversation.open(ana.page, path);
  const form = { ...(await carried(ana.page, "#composer")), text: "As Carla?" } as Record<string, string>;
  const whose = form["whose"] ?? "";
  await ana.page.goto("about:blank");

  const beside = await ana.browser.newPage();
  await beside.goto("/sign-in");
  await ask(beside, `/demo/become/${carla.handle}`, {});
  const [status, said] = await ask(beside, `${path}/messages`, form);
  expect(status).toBe(409);
  expect(said).toContain("That page was somebody else");
  expect((await ask(beside, `/live?since=0&of=${whose}`, null))[0]).toBe(409);
  const [refused, problem] = await ask(beside, "/api/v1/bell/read-all", {}, { "Snug-Person": whose });
  expect([refused, JSON.parse(problem).code]).toEqual([409, "signed-in-as-another"]);
  const his = await Conversation.open(ben.page, path);
  await expect(his.messages).toContainText("shall we talk?");
  await expect(his.message("As Carla?")).toHaveCount(0);
});

test("when another person signs in beside it, an open tab covers itself and says why", async ({ people }) => {
  const [ana, ben, carla] = await Promise.all([people.join("Ana"), people.join("Ben"), people.enrol("Carla")]);
  const path = await begin(ana, ben);
  const old = await Conversation.open(ana.page, path);
  await expect(old.messages).toContainText("shall we talk?");
  const beside = await ana.browser.newPage();
  await beside.goto("/sign-in");
  await ask(beside, `/demo/become/${carla.handle}`, {});
  await beside.goto("/people");
  await expect(ana.page.getByRole("heading", { level: 1 })).toHaveText("That page was somebody else’s");
  await expect(ana.page.getByText("shall we talk?")).toHaveCount(0);
  await ana.page.getByRole("link", { name: "Home" }).click();
  await expect(ana.page.getByLabel("Your menu")).toBeVisible();
  await expect(beside.getByRole("heading", { level: 1 }), "and hers stays").toHaveText("People");
});

test("a tab that heard of nothing is refused when it acts, and covers itself then", async ({ people }) => {
  const [ana, ben, carla] = await Promise.all([people.join("Ana"), people.join("Ben"), people.enrol("Carla")]);
  const path = await begin(ana, ben);
  await ana.page.route(/\/(live|presence)\b/, (route) => route.abort());
  const old = await Conversation.open(ana.page, path);
  await ask(ana.page, `/demo/become/${carla.handle}`, {});
  await old.send("Who am I?");
  await expect(ana.page.getByRole("heading", { level: 1 })).toHaveText("That page was somebody else’s");
  const his = await Conversation.open(ben.page, path);
  await expect(his.message("Who am I?")).toHaveCount(0);
});
