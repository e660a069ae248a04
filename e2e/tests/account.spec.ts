// Coming in, and what one decides about one's account, as a person at a browser does it.
import { Mailbox } from "../fixtures/mailbox.js";
import { PASSWORD } from "../fixtures/people.js";
import { expect, test } from "../fixtures/test.js";

// A form that is not right is answered so, which browsers note.
test.use({ expectedComplaints: /status of 422/ });

test("one signs up with an address, and is in after opening the link that was mailed there", async ({ people }) => {
  const page = await (await people.sitDown()).newPage();
  const [name, address] = people.somebody("Nora");
  await page.goto("/");
  await page.getByRole("main").getByRole("link", { name: "Sign up" }).click();
  await page.getByLabel("Name").fill(name);
  await page.getByLabel("E-mail address").fill(address);
  await page.getByLabel("Password").fill("short");
  await page.getByRole("button", { name: "Sign up" }).click();
  await expect(page.getByLabel("Password"), "the browser says what is wrong before anything is sent").toBeFocused();
  await page.getByLabel("Password").fill(PASSWORD);
  await page.getByRole("button", { name: "Sign up" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Check your e-mail");

  await page.goto(await new Mailbox(page).find(address, "/sign-up/confirm/"));
  await page.getByLabel("Password").fill(PASSWORD);
  await page.getByLabel("Password").fill(PASSWORD);
  await page.getByRole("button", { name: "Confirm and sign in" }).click();
  await expect(page.getByText("Welcome. Your address is confirmed and you are signed in.")).toBeVisible();
  await page.getByLabel("Your menu").click();
  await expect(page.getByRole("navigation", { name: "Main menu" }).getByText(name)).toBeVisible();
});

test("a wrong password is said on the page, and what was typed stays", async ({ people }) => {
  const ana = await people.enrol("Ana");
  await ana.page.goto("/sign-in");
  await ana.page.getByLabel("E-mail address").fill(ana.address);
  await ana.page.getByLabel("Password").fill("not the right one");
  await ana.page.getByRole("main").getByRole("button", { name: "Sign in", exact: true }).click();
  await expect(ana.page.getByRole("alert")).toContainText("do not fit together");
  await expect(ana.page.getByLabel("E-mail address")).toHaveValue(ana.address);
});

test("one can type at once on the way in, the address goes along, and a password can be looked at", async ({ people }) => {
  const page = await (await people.sitDown()).newPage();
  await page.goto("/sign-in");
  const [address, password] = [page.getByLabel("E-mail address"), page.getByLabel("Password")];
  await expect(address).toBeFocused();
  await page.keyboard.type("nora@example.org");
  const box = await password.boundingBox();
  await password.fill("a quiet room");
  await page.getByRole("button", { name: "Show what is typed" }).click();
  await expect(password).toHaveAttribute("type", "text");
  await expect(page.getByRole("button", { name: "Show what is typed" })).toHaveAttribute("aria-pressed", "true");
  expect(await password.boundingBox(), "nothing moves").toEqual(box);
  await page.getByRole("button", { name: "Show what is typed" }).click();
  await expect(password).toHaveAttribute("type", "password");

  await page.getByRole("link", { name: "Forgot your password?" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Forgot your password?");
  await expect(address).toHaveValue("nora@example.org");
  await expect(address).toBeFocused();
  expect(page.url(), "not in the address").not.toContain("nora");
  await page.getByRole("link", { name: "Back to sign in" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Sign in");
  await expect(address).toHaveValue("nora@example.org");
  await page.goto("/sign-up");
  await expect(page.getByLabel("Name")).toBeFocused();
});

test("why one is asked to sign in is said, though the focus is in the field", async ({ people }) => {
  const page = await (await people.sitDown()).newPage();
  await page.goto("/sign-in?why=ended");
  await expect(page.getByLabel("E-mail address")).toBeFocused();
  await expect(page.locator("#said")).toContainText("You are not signed in any more.");
});

test("who follows a link before signing in gets there afterwards", async ({ people }) => {
  const ana = await people.enrol("Ana");
  await ana.page.goto("/preferences");
  await ana.page.getByLabel("E-mail address").fill(ana.address);
  await ana.page.getByLabel("Password").fill(PASSWORD);
  await ana.page.getByRole("main").getByRole("button", { name: "Sign in", exact: true }).click();
  await expect(ana.page).toHaveURL("/preferences");
});

test("a mailed link signs in once", async ({ people }) => {
  const ana = await people.enrol("Ana");
  await ana.page.goto("/sign-in");
  await ana.page.getByLabel("E-mail address").fill(ana.address);
  await ana.page.getByRole("button", { name: "Mail me a link instead" }).click();
  await expect(ana.page.getByRole("heading", { level: 1 })).toHaveText("Check your e-mail");
  await ana.page.goto(await new Mailbox(ana.page).find(ana.address, "/sign-in/link/"));
  await ana.page.getByRole("main").getByRole("button", { name: "Sign in" }).click();
  await expect(ana.page.getByLabel("Your menu")).toBeVisible();
});

test("who forgot the password chooses a new one, and is signed out elsewhere", async ({ people }) => {
  const ana = await people.join("Ana");
  const elsewhere = await (await people.sitDown()).newPage();
  await elsewhere.goto("/password/forgot");
  await elsewhere.getByLabel("E-mail address").fill(ana.address);
  await elsewhere.getByRole("button", { name: "Send the link" }).click();
  await elsewhere.goto(await new Mailbox(elsewhere).find(ana.address, "/password/reset/"));
  await elsewhere.getByLabel("Password").fill("three brown boats");
  await elsewhere.getByRole("button", { name: "Set the password" }).click();
  await expect(elsewhere.getByText("Your new password is set.")).toBeVisible();

  await ana.page.goto("/people");
  await expect(ana.page.getByRole("heading", { level: 1 })).toHaveText("Sign in");
  await ana.page.getByLabel("E-mail address").fill(ana.address);
  await ana.page.getByLabel("Password").fill("three brown boats");
  await ana.page.getByRole("main").getByRole("button", { name: "Sign in", exact: true }).click();
  await expect(ana.page.getByRole("heading", { level: 1 })).toHaveText("People");
});

test("one sees where one is signed in, and ends that elsewhere", async ({ people }) => {
  const ana = await people.join("Ana");
  const library = await (await people.sitDown()).newPage();
  await library.goto("/sign-in");
  await library.evaluate((handle) => fetch(`/demo/become/${handle}`, { method: "POST" }), ana.handle);

  await ana.page.goto("/preferences");
  const sessions = ana.page.getByRole("region", { name: "Where you are signed in" });
  await expect(sessions.getByRole("listitem")).toHaveCount(2);
  await sessions.getByRole("button", { name: "Sign out", exact: true }).click();
  await expect(ana.page.getByText("That session is ended.")).toBeVisible();
  await expect(sessions.getByRole("listitem")).toHaveCount(1);
  await library.goto("/people");
  await expect(library.getByRole("heading", { level: 1 })).toHaveText("Sign in");
});

test("signing out ends the session, also for the way back", async ({ people }) => {
  const { page } = await people.join("Ana");
  await page.goto("/people");
  await page.getByLabel("Your menu").click();
  await page.getByRole("button", { name: "Sign out" }).click();
  await expect(page.getByRole("main").getByText("You are signed out.")).toBeVisible();
  await page.goBack();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Sign in");
});
