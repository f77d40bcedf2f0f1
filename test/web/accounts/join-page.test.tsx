import { describe, expect, it, vi } from "vitest";
import Join from "../../../web/accounts/join-page";
import Login from "../../../web/accounts/login-page";
import { me } from "../support/account";
import { button, draw, fakeServer, text, until, type FakeAnswers } from "../support/render";

const LINK = "/join#token=t1";
const invitation = {
  account: "Oak",
  inviter: "Bob",
  email: "ada@example.com",
  role: "admin",
} as const;
const refused = (status: number, code: string) => ({ status, error: { code, facts: {} } });
const guest = refused(401, "auth.unauthenticated");
const outsider = refused(403, "auth.no_account");

async function open(answers: FakeAnswers, path = LINK) {
  const server = fakeServer({ "POST /api/invitations/read": invitation, ...answers });
  const app = draw(path === LINK ? <Join /> : <Login />, server, path);
  await app.session.load();
  return { app, server };
}

function fill(name: string, value: string) {
  const input = document.querySelector<HTMLInputElement>(`input[name=${name}]`);
  if (!input) throw new Error(`no ${name}`);
  input.value = value;
  input.dispatchEvent(new Event("input", { bubbles: true }));
}

describe("the link of an invitation", () => {
  it("lets a newcomer sign up for the invited address, with the token", async () => {
    const { app } = await open({ "GET /api/me": guest });
    const post = vi.spyOn(app.client, "post").mockResolvedValue({ ok: true, value: {} });
    await until(() => text().includes("Bob invites you to the account “Oak”."));
    await until(() => text().includes("Create account"));
    expect(document.querySelector("input[name=email]")).toBeNull();
    fill("name", "Ada");
    fill("password", "a long enough password");
    button("Create account").form?.dispatchEvent(
      new Event("submit", { cancelable: true, bubbles: true }),
    );
    await until(() => post.mock.calls.length === 1);
    expect(post).toHaveBeenCalledWith("/api/auth/sign-up/email", {
      name: "Ada",
      email: "ada@example.com",
      password: "a long enough password",
      invitation: "t1",
    });
  });

  it("leads who has an account to the login and back again", async () => {
    await open({ "GET /api/me": guest });
    await until(() => text().includes("Log in"));
    const link = [...document.querySelectorAll("a")].find((one) => one.textContent === "Log in");
    expect(link?.getAttribute("href")).toBe("/login#next=%2Fjoin%23token%3Dt1");
    await open({ "GET /api/me": outsider }, "/login#next=%2Fjoin%23token%3Dt1");
    await until(() => location.pathname === "/join");
  });

  it("is one press for who is signed in", async () => {
    const elsewhere = { ...me, account: { id: "b", name: "Empty" } };
    const { server } = await open({
      "GET /api/me": elsewhere,
      "POST /api/invitations/accept": { joined: true },
    });
    await until(() => text().includes("Join the account"));
    button("Join the account").click();
    await until(() => location.pathname === "/connections");
    const accepted = server.calls.find(({ path }) => path === "/api/invitations/accept");
    expect(accepted?.body).toEqual({ token: "t1" });
  });

  it("says why it leads nowhere any more", async () => {
    const closed = refused(422, "invitation.closed");
    await open({ "GET /api/me": guest, "POST /api/invitations/read": closed });
    await until(() => text().includes("This invitation was used, was taken back or has run out."));
  });
});
