import { beforeEach, describe, expect, it } from "vitest";
import type { PeopleView } from "../../../src/contract/accounts";
import People from "../../../web/accounts/people";
import { me } from "../support/account";
import { button, draw, fakeServer, text, until, type FakeAnswers } from "../support/render";

const ada = { id: "u", name: "Ada", email: "ada@example.com", role: "owner", joinedAt: 1 } as const;
const bob = { id: "b", name: "Bob", email: "bob@example.com", role: "admin", joinedAt: 2 } as const;
const carl = {
  id: "i",
  email: "carl@example.com",
  role: "admin",
  createdAt: 1,
  expiresAt: Date.now() + 86_400_000,
} as const;
const view = (
  people: PeopleView["people"],
  invitations: PeopleView["invitations"] = [],
): PeopleView => ({ people, invitations });

beforeEach(() => {
  HTMLDialogElement.prototype.showModal = function open() {
    this.open = true;
  };
});

async function open(answers: FakeAnswers) {
  const server = fakeServer({ "GET /api/me": me, "GET /api/people": view([ada, bob]), ...answers });
  const app = draw(<People />, server, "/account");
  await app.session.load();
  await until(() => text().includes("ada@example.com"));
  const sent = (method: string) => server.calls.filter((call) => call.method === method);
  return { app, server, sent };
}

/** The button of the dialog that goes ahead. */
const goAhead = () =>
  [...(document.querySelector("dialog")?.querySelectorAll("button") ?? [])].at(-1)?.click();

describe("the people of an account", () => {
  it("are invited by an owner, as what they are to be", async () => {
    const { app, sent } = await open({ "POST /api/people/invitations": view([ada, bob], [carl]) });
    const field = document.querySelector<HTMLInputElement>('input[type="email"]');
    if (!field) throw new Error("no field");
    field.value = "carl@example.com";
    field.dispatchEvent(new Event("input", { bubbles: true }));
    button("Invite").form?.dispatchEvent(new Event("submit", { cancelable: true, bubbles: true }));
    await until(() => app.said.value === "The invitation is on its way.");
    expect(sent("POST")[0]?.body).toEqual({ email: "carl@example.com", role: "admin" });
  });

  it("are asked about before one is invited as an owner", async () => {
    const { sent } = await open({ "POST /api/people/invitations": view([ada, bob], [carl]) });
    const field = document.querySelector<HTMLInputElement>('input[type="email"]');
    const role = [...document.querySelectorAll("select")].at(-1);
    if (!field || !role) throw new Error("no form");
    field.value = "carl@example.com";
    field.dispatchEvent(new Event("input", { bubbles: true }));
    role.value = "owner";
    role.dispatchEvent(new Event("change", { bubbles: true }));
    button("Invite").form?.dispatchEvent(new Event("submit", { cancelable: true, bubbles: true }));
    await until(() => text().includes("Make carl@example.com an owner?"));
    expect(sent("POST")).toEqual([]);
    goAhead();
    await until(() => sent("POST").length === 1);
    expect(sent("POST")[0]?.body).toEqual({ email: "carl@example.com", role: "owner" });
  });

  it("change their role, and are removed after a question", async () => {
    const { sent } = await open({
      "PATCH /api/people/:userId": view([ada, { ...bob, role: "owner" }]),
      "DELETE /api/people/:userId": { removed: true },
    });
    const role = document.querySelectorAll("select")[1];
    if (!role) throw new Error("no role");
    role.value = "owner";
    role.dispatchEvent(new Event("change", { bubbles: true }));
    await until(() => text().includes("Make Bob an owner?"));
    expect(role.value).toBe("admin");
    expect(sent("PATCH")).toEqual([]);
    goAhead();
    await until(() => sent("PATCH").length === 1);
    expect(sent("PATCH")[0]).toMatchObject({ path: "/api/people/b", body: { role: "owner" } });
    button("Remove Bob").click();
    await until(() => text().includes("no longer gets in"));
    expect(sent("DELETE")).toEqual([]);
    goAhead();
    await until(() => sent("DELETE").length === 1);
    expect(sent("DELETE")[0]?.path).toBe("/api/people/b");
  });

  it("leave, all but the only one", async () => {
    const { sent } = await open({ "POST /api/people/leave": { removed: true } });
    button("Leave the account").click();
    await until(() => text().includes("Your login stays"));
    goAhead();
    await until(() => sent("POST").length === 1);
    expect(sent("POST")[0]?.path).toBe("/api/people/leave");
    await open({ "GET /api/people": view([ada]) });
    expect(text()).not.toContain("Leave the account");
  });

  it("see who is invited; an owner takes it back", async () => {
    const { sent } = await open({
      "GET /api/people": view([ada], [carl]),
      "DELETE /api/people/invitations/:invitationId": view([ada]),
    });
    expect(text()).toContain("Admin, invited until");
    button("Take back the invitation of carl@example.com").click();
    await until(() => sent("DELETE").length === 1);
    expect(sent("DELETE")[0]?.path).toBe("/api/people/invitations/i");
  });

  it("are only listed for an admin", async () => {
    await open({ "GET /api/me": { ...me, role: "admin", user: { ...me.user, id: "b" } } });
    expect(document.querySelectorAll("select, form")).toHaveLength(0);
    expect(() => button("Remove Ada")).toThrow();
    expect(button("Leave the account")).toBeTruthy();
  });
});
