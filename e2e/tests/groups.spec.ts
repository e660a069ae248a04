// Several people: chosen as one types, invited one by one, added later with the history one chooses.
import type { Page } from "@playwright/test";
import { Conversation } from "../fixtures/conversation.js";
import type { Member } from "../fixtures/member.js";
import { begin as beginDirect } from "../fixtures/people.js";
import { expect, test } from "../fixtures/test.js";

test.use({ expectedComplaints: /status of 422/ });

const to = (page: Page) => page.getByRole("searchbox", { name: "To" });
const chosen = (page: Page) => page.locator(".recipient-name");

/** Chooses somebody by the keyboard alone. */
async function choose(page: Page, member: Member): Promise<void> {
  await to(page).fill(member.name);
  await expect(page.locator("#found a")).toHaveCount(1);
  await to(page).press("Enter");
}

async function begin(ana: Member, others: Member[], title: string, text: string): Promise<string> {
  const { page } = ana;
  await page.goto(`/conversations/new?${others.map((other) => `to=${other.handle}`).join("&")}`);
  await page.getByRole("textbox", { name: /^Name of the conversation/ }).fill(title);
  await page.getByRole("textbox", { name: "First message" }).fill(text);
  await page.getByRole("button", { name: "Send" }).click();
  await expect(page.getByText(/^Waiting for/)).toBeVisible();
  return new URL(page.url()).pathname;
}

async function accept(member: Member, path: string): Promise<Conversation> {
  await member.page.goto(path);
  await member.page.getByRole("button", { name: "Accept" }).click();
  const conversation = new Conversation(member.page);
  await expect(conversation.composer).toBeVisible();
  return conversation;
}

test("several people are chosen by the keyboard, and taken out again by Backspace", async ({ people }) => {
  const [ana, ben, carla, deniz] = await Promise.all([people.join("Ana"), people.join("Ben"), people.join("Carla"), people.join("Deniz")]);
  const { page } = ana;
  await page.goto("/conversations/new");
  await choose(page, ben);
  await expect(chosen(page)).toHaveText([ben.name]);
  await expect(page.getByRole("textbox", { name: "First message" }), "one can write at once").toBeFocused();
  await page.keyboard.type("Shall we ");
  await expect(page.getByRole("textbox", { name: /^Name of the conversation/ }), "two have no title").toBeHidden();

  await to(page).focus();
  await choose(page, carla);
  await expect(chosen(page)).toHaveText([ben.name, carla.name]);
  await expect(to(page), "one can name another at once").toBeFocused();
  await choose(page, deniz);
  await expect(chosen(page)).toHaveText([ben.name, carla.name, deniz.name]);
  await page.keyboard.press("Backspace");
  await expect(chosen(page)).toHaveText([ben.name, carla.name]);
  await expect(page.getByRole("textbox", { name: "First message" }), "what was typed stays").toHaveValue("Shall we ");
  await page.getByRole("textbox", { name: /^Name of the conversation/ }).fill("Sunday walk");
  await page.getByRole("textbox", { name: "First message" }).fill("Shall we walk on Sunday?");
  await page.getByRole("button", { name: "Send" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Sunday walk");
  await expect(page.getByText("Waiting for the first of them to accept")).toBeVisible();
});

test("what Write says follows those who are chosen, down to nobody, and keeps the message", async ({ people }) => {
  const [ana, ben, carla] = await Promise.all([people.join("Ana"), people.join("Ben"), people.join("Carla")]);
  const { page } = ana;
  await page.goto(`/conversations/new?to=${ben.handle}`);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(new RegExp(`^Write to .?${ben.name}`));
  await page.getByRole("textbox", { name: "First message" }).fill("Shall we walk on Sunday?");
  await to(page).focus();
  await choose(page, carla);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("New conversation");
  await expect(page.locator("#start-reaches")).toHaveText(/^They get it here/);
  await page.locator(".recipient", { hasText: ben.name }).getByRole("link").click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(new RegExp(`^Write to .?${carla.name}`));
  await to(page).fill(carla.name);
  await expect(page.getByText("You have chosen them already.")).toBeVisible();
  await to(page).fill("");
  await to(page).press("Backspace");
  await expect(chosen(page)).toHaveCount(0);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("New conversation");
  await page.getByRole("button", { name: "Send" }).click();
  await expect(page.getByText("Choose somebody to write to.")).toBeVisible();
  await choose(page, ben);
  await expect(chosen(page)).toHaveText([ben.name]);
  await expect(page.getByRole("textbox", { name: "First message" })).toHaveValue("Shall we walk on Sunday?");
});

test("the talk runs as soon as one has accepted, and everybody sees live who joins", async ({ people }) => {
  const [ana, ben, carla] = await Promise.all([people.join("Ana"), people.join("Ben"), people.join("Carla")]);
  const path = await begin(ana, [ben, carla], "Sunday walk", "Shall we walk on Sunday?");
  const bens = await accept(ben, path);
  const anas = new Conversation(ana.page);
  await expect(anas.composer, "Ana can go on writing").toBeVisible();
  await anas.send("By the river?");
  await expect(bens.message("By the river?")).toBeVisible();

  await carla.page.goto(path);
  await expect(carla.page.getByText("Shall we walk on Sunday?").first()).toBeVisible();
  await expect(carla.page.getByText("By the river?"), "who is only invited reads nothing more").toHaveCount(0);
  await expect(carla.page.getByText(/^Also in it:/)).toContainText(ben.name);
  const carlas = await accept(carla, path);
  await expect(carlas.message("By the river?"), "once she is in, she reads it all").toBeVisible();
  await expect(bens.messages.getByText(new RegExp(`${carla.name}.? joined`))).toBeVisible();
  await carlas.send("I bring cake.");
  for (const conversation of [anas, bens]) await expect(conversation.message("I bring cake.")).toContainText(carla.name);
});

test("a direct conversation is never widened: another begins from it, and both lead to each other", async ({ people }) => {
  const [ana, ben, carla] = await Promise.all([people.join("Ana"), people.join("Ben"), people.join("Carla")]);
  const path = await beginDirect(ana, ben);
  const [direct, bens] = [await Conversation.open(ana.page, path), await Conversation.open(ben.page, path)];
  await direct.send("This stays between us.");
  await expect(bens.message("This stays between us.")).toBeVisible();

  await ana.page.getByLabel("More about this conversation").click();
  await ana.page.getByRole("link", { name: "Add people" }).click();
  await expect(chosen(ana.page)).toHaveText([ben.name]);
  await choose(ana.page, carla);
  await expect(chosen(ana.page)).toHaveText([ben.name, carla.name]);
  await ana.page.getByRole("textbox", { name: "First message" }).fill("Carla, meet Ben.");
  await ana.page.getByRole("button", { name: "Send" }).click();
  await expect(ana.page.getByText(/^Waiting for/)).toBeVisible();
  const group = new URL(ana.page.url()).pathname;
  await expect(bens.messages.getByText(/began a conversation with more people from here/), "live, where Ben is").toBeVisible();
  const carlas = await accept(carla, group);
  await expect(carlas.message("Carla, meet Ben.")).toBeVisible();
  await expect(carla.page.getByText("This stays between us.")).toHaveCount(0);
});

test("who is added reads what was chosen for them, and everybody sees what that was", async ({ people }) => {
  const [ana, ben, carla, deniz] = await Promise.all([people.join("Ana"), people.join("Ben"), people.join("Carla"), people.join("Deniz")]);
  const path = await begin(ana, [ben, await people.join("Emma")], "Sunday walk", "Shall we walk on Sunday?");
  const bens = await accept(ben, path);
  await bens.send("By the river?");
  await expect(bens.message("By the river?")).toBeVisible();
  for (const [member, choice] of [[carla, "Nothing"], [deniz, "Everything"]] as const) {
    await ben.page.goto(`${path}/people/add`);
    await choose(ben.page, member);
    await expect(chosen(ben.page)).toHaveText([member.name]);
    await ben.page.getByRole("radio", { name: new RegExp(`^${choice}`) }).check();
    await ben.page.getByRole("textbox", { name: "Message to everyone" }).fill(`Welcome, ${member.name}.`);
    await ben.page.getByRole("button", { name: "Invite" }).click();
    await expect(ben.page.locator(".notice")).toContainText("They are invited.");
  }
  const seen = new Conversation(ben.page).messages;
  await expect(seen.getByText(/with nothing of what was said before/)).toContainText(carla.name);
  await expect(seen.getByText(/with everything said so far/)).toContainText(deniz.name);
  const [carlas, denizs] = [await accept(carla, path), await accept(deniz, path)];
  await expect(carlas.message(`Welcome, ${carla.name}.`)).toBeVisible();
  await expect(carlas.messages.getByText("By the river?")).toHaveCount(0);
  await expect(denizs.message("By the river?")).toBeVisible();
});

test("a host removes somebody, who keeps what they saw; who leaves can undo it", async ({ people }) => {
  const [ana, ben, carla] = await Promise.all([people.join("Ana"), people.join("Ben"), people.join("Carla")]);
  const path = await begin(ana, [ben, carla], "Sunday walk", "Shall we walk on Sunday?");
  const bens = await accept(ben, path);
  await accept(carla, path);

  await ana.page.goto(`${path}/people`);
  const row = ana.page.locator(".participant").filter({ hasText: carla.name });
  await row.getByRole("button", { name: "Remove" }).click();
  await ana.page.getByRole("dialog").getByRole("button", { name: "Remove" }).click();
  await expect(row).toHaveCount(0);
  await expect(carla.page.getByText("You are not in this conversation any more."), "live").toBeVisible();
  await bens.send("After she went");
  await expect(bens.message("After she went")).toBeVisible();
  await carla.page.reload();
  await expect(carla.page.getByText("Shall we walk on Sunday?").first()).toBeVisible();
  await expect(carla.page.getByText("After she went")).toHaveCount(0);

  await ben.page.getByLabel("More about this conversation").click();
  await ben.page.getByRole("button", { name: "Leave" }).click();
  await expect(ben.page.locator(".notice")).toContainText("You left the conversation.");
  await ben.page.getByRole("button", { name: "Undo" }).click();
  await expect(bens.composer).toBeVisible();
  await expect(bens.messages.getByText("You are back.")).toBeVisible();
});

test("a muted conversation says so and rings for nobody's words but one's own name", async ({ people }) => {
  const [ana, ben] = await Promise.all([people.join("Ana"), people.join("Ben")]);
  const path = await begin(ana, [ben, await people.join("Carla")], "Sunday walk", "Shall we walk on Sunday?");
  const bens = await accept(ben, path);
  await ben.page.getByLabel("More about this conversation").click();
  await ben.page.getByRole("button", { name: "Mute" }).click();
  await expect(ben.page.locator(".notice")).toContainText("Muted.");
  await ben.page.goto("/conversations?show=archived");
  const anas = await Conversation.open(ana.page, path);
  await anas.send("Anybody?");
  await expect(anas.message("Anybody?")).toBeVisible();
  await ben.page.goto("/conversations");
  const bell = ben.page.locator(".bell .count");
  await expect(ben.page.locator(".row").first()).toContainText("Anybody?");
  await expect(bell).toBeHidden();
  await anas.send(`@${ben.handle} you too?`);
  await expect(bell).toHaveText("1");
  expect(bens).toBeTruthy();
});

test("who has read a message is told on demand", async ({ people }) => {
  const [ana, ben, carla] = await Promise.all([people.join("Ana"), people.join("Ben"), people.join("Carla")]);
  const path = await begin(ana, [ben, carla], "Sunday walk", "Shall we walk on Sunday?");
  await accept(ben, path);
  await accept(carla, path);
  await carla.page.goto("/people");
  const anas = await Conversation.open(ana.page, path);
  await anas.send("Who reads this?");
  const message = anas.message("Who reads this?");
  await expect(message).toBeVisible();
  await expect(message.locator(".message-seen"), "Ben has it open").toBeVisible();
  await message.hover();
  await message.getByLabel("Who has read this").click();
  await expect(message.locator(".readers")).toContainText("Read by 1 person");
  await expect(message.locator(".readers")).toContainText(ben.name);
  await expect(message.locator(".readers")).toContainText("Not yet by 1 person");
});
