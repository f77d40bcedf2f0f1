import { afterEach, expect, it, vi } from "vitest";
import type { ConnectionDetail } from "../../../src/contract/connections";
import Setup from "../../../web/connections/setup/setup-page";
import { aConnection } from "../support/connection";
import {
  button,
  draw,
  endFakeTime,
  fakeServer,
  text,
  until,
  type FakeAnswers,
} from "../support/render";

afterEach(async () => {
  await endFakeTime();
  sessionStorage.clear();
});

const me = {
  user: { id: "u", name: "Ada", email: "ada@example.com" },
  account: { id: "a", name: "Ada" },
  role: "owner" as const,
};
const PAIRING = { url: "https://weft.example/webhooks/source/c?pair=abc", expiresAt: 0 };
const HOUR_MS = 3_600_000;

const unconnected = (change: Partial<ConnectionDetail> = {}) =>
  aConnection({
    state: "setup",
    setupStep: "store",
    sourceUrl: null,
    sourceStoreName: null,
    sourceVersion: null,
    hasSourceKey: false,
    ...change,
  });

/** `heldBack` says what an answer has to wait for. */
async function open(
  extra: FakeAnswers = {},
  heldBack: (method: string) => Promise<void> | undefined = () => undefined,
) {
  vi.useFakeTimers({ shouldAdvanceTime: true });
  const answers: FakeAnswers = {
    "GET /api/me": me,
    "GET /api/connections/:id": unconnected(),
    "POST /api/connections/:id/pairing": { ...PAIRING, expiresAt: Date.now() + HOUR_MS },
    "GET /api/markets": { markets: [] },
    ...extra,
  };
  const server = fakeServer(answers);
  const { send } = server;
  server.send = async (...given) => {
    await heldBack(given[1]?.method ?? "GET");
    return send(...given);
  };
  const app = draw(<Setup params={{ id: "c" }} />, server, "/connections/c/setup?step=store");
  await app.session.load();
  await until(() => text().includes("Waiting for your store"));
  const say = (route: keyof FakeAnswers, answer: object) =>
    Object.assign(answers, { [route]: answer });
  return { app, server, say };
}

const address = () =>
  document.querySelector<HTMLInputElement>("input[readonly]")?.value ?? "no address";

function fill(type: "url" | "password", value: string): void {
  const input = document.querySelector<HTMLInputElement>(`input[type=${type}]`);
  if (!input) throw new Error(`no field of type ${type}`);
  input.value = value;
  input.dispatchEvent(new Event("input", { bubbles: true }));
}

it("offers the module first and the way by hand second, and says what the second costs", async () => {
  await open();
  await until(() => address() === PAIRING.url);
  const shown = text();
  expect(shown.indexOf("Connect your store with its module")).toBeLessThan(
    shown.indexOf("Or connect without the module"),
  );
  expect(shown).toContain("more slowly");
  expect(button("Copy Connection address")).toBeTruthy();
  expect(button("Next").disabled).toBe(true);
});

it("says that the store has taken the address, and goes on by itself once it is connected", async () => {
  const { app, say } = await open();
  say("GET /api/connections/:id", unconnected({ pairedAt: Date.now() }));
  await vi.advanceTimersByTimeAsync(3_100);
  await until(() => text().includes("Your store has taken the address"));
  expect(text()).not.toContain("authorisation complete");
  const connected = aConnection({
    setupStep: "channel",
    transport: "module",
    moduleVersion: "0.2.0",
  });
  say("GET /api/connections/:id", connected);
  await vi.advanceTimersByTimeAsync(3_100);
  await until(() => text().includes("PrestaShop store authorisation complete"));
  expect(app.said.value).toBe("Your store is connected.");
  expect(location.search).not.toContain("step=store");
  expect(text()).toContain("through its module, version 0.2.0");
});

/** Until it is let go, an answer of that method waits. */
function gate(of: string) {
  let letGo = () => {};
  let held: Promise<void> | undefined;
  const close = () => {
    held = new Promise<void>((resolve) => (letGo = resolve));
  };
  return {
    heldBack: (method: string) => (method === of ? held : undefined),
    close,
    letGo: () => letGo(),
  };
}

const CONNECTED = aConnection({ setupStep: "channel" });

/** Fills in the form, and sends it. */
function checkByHand(say: Awaited<ReturnType<typeof open>>["say"]): void {
  const check = { url: "https://shop.example", version: "8.2.1", shopName: "Shop" };
  say("PUT /api/connections/:id/source", { check, connection: CONNECTED });
  fill("url", "https://shop.example");
  fill("password", "K".repeat(32));
  button("Check store").form?.dispatchEvent(
    new Event("submit", { cancelable: true, bubbles: true }),
  );
}

it("leaves a check by hand to say itself how it ended, however long it takes", async () => {
  const changes = gate("PUT");
  changes.close();
  const { app, say } = await open({}, changes.heldBack);
  checkByHand(say);
  say("GET /api/connections/:id", CONNECTED);
  await vi.advanceTimersByTimeAsync(7_000);
  expect(text()).toContain("Waiting for your store");
  changes.letGo();
  await until(() => text().includes("PrestaShop store authorisation complete"));
  await vi.advanceTimersByTimeAsync(7_000);
  expect(app.said.value).toBe("");
  expect(button("Next").disabled).toBe(false);
});

it("stays after a check by hand that began while it was asked how far the store is", async () => {
  const reads = gate("GET");
  const { app, say } = await open({}, reads.heldBack);
  reads.close();
  await vi.advanceTimersByTimeAsync(3_100);
  say("GET /api/connections/:id", CONNECTED);
  checkByHand(say);
  await until(() => text().includes("PrestaShop store authorisation complete"));
  reads.letGo();
  await vi.advanceTimersByTimeAsync(7_000);
  expect(app.said.value).toBe("");
  expect(location.search).toContain("step=store");
  expect(button("Next").disabled).toBe(false);
});

it("looks at once when a person comes back to the page", async () => {
  const { app, say } = await open();
  const connected = aConnection({
    setupStep: "channel",
    transport: "module",
    moduleVersion: "0.2.0",
  });
  say("GET /api/connections/:id", connected);
  // What was drawn listens a moment later.
  await vi.advanceTimersByTimeAsync(200);
  document.dispatchEvent(new Event("visibilitychange"));
  await vi.advanceTimersByTimeAsync(100);
  await until(() => app.said.value === "Your store is connected.");
});

it("asks for a new address when the time of the old one is over", async () => {
  const { server } = await open({
    "POST /api/connections/:id/pairing": { ...PAIRING, expiresAt: Date.now() + 30_000 },
  });
  const asked = () => server.calls.filter(({ path }) => path.endsWith("/pairing")).length;
  await until(() => asked() === 1);
  await vi.advanceTimersByTimeAsync(21_000);
  expect(asked()).toBe(1);
  await vi.advanceTimersByTimeAsync(20_000);
  await until(() => asked() > 1);
});

it("asks for address and key before anything is sent by hand", async () => {
  const { server } = await open();
  button("Check store").click();
  await until(() => text().includes("Enter the address of your store."));
  expect(text()).toContain("Paste the webservice key.");
  expect(server.calls.filter(({ method }) => method === "PUT")).toEqual([]);
});

it("says why there is no address, with another try", async () => {
  await open({
    "POST /api/connections/:id/pairing": {
      status: 503,
      error: { code: "pairing.busy", facts: {} },
    },
  });
  await until(() => text().includes("at the same moment"));
  expect(button("Try again")).toBeTruthy();
});
