import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { ConnectionDetail } from "../../../src/contract/connections";
import { OrderSettings } from "../../../web/connections/settings/order-settings";
import { ModuleSettings } from "../../../web/connections/settings/module-settings";
import { TrafficSettings } from "../../../web/connections/settings/traffic-settings";
import { ConnectionContext, ConnectionModel } from "../../../web/connections/connection";
import { createApp } from "../../../web/shell/app";
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

beforeEach(() => void vi.useFakeTimers({ shouldAdvanceTime: true }));
afterEach(endFakeTime);

/** A section of the settings over a connection that is read anew like on the page. */
async function open(
  Section: (props: { detail: ConnectionDetail }) => preact.JSX.Element,
  answers: FakeAnswers,
) {
  const server = fakeServer(answers);
  const { client } = createApp(server.send, document.documentElement, localStorage);
  const model = new ConnectionModel(client, "c");
  const connection = { id: "c", base: "/connections/c", model, detail: model.detail };
  await model.detail.reload();
  const Content = () => {
    const detail = model.detail.value.value;
    return detail && <Section detail={detail} />;
  };
  const app = draw(
    <ConnectionContext.Provider value={connection}>
      <Content />
    </ConnectionContext.Provider>,
    server,
  );
  const asked = (path: string) =>
    server.calls.filter((call) => call.method === "GET" && call.path === path).length;
  const say = (route: keyof FakeAnswers, answer: object) =>
    Object.assign(answers, { [route]: answer });
  return { app, model, asked, say };
}

const withLimit = (requestsPerMinute: number) =>
  aConnection({ settings: { ...aConnection().settings, requestsPerMinute } });
const traffic = (used: number, perMinute: number) => ({
  used,
  perMinute,
  atOnce: 2,
  blockedUntil: null,
});

describe("the gauge of the store's traffic", () => {
  it("goes on moving after another limit was saved", async () => {
    const { model, say } = await open(TrafficSettings, {
      "GET /api/connections/:id": withLimit(60),
      "GET /api/connections/:id/traffic": traffic(7, 60),
    });
    await until(() => text().includes("7 of 60"));
    say("GET /api/connections/:id", withLimit(90));
    say("GET /api/connections/:id/traffic", traffic(8, 90));
    await model.detail.reload();
    await until(() => text().includes("8 of 90"));
    say("GET /api/connections/:id/traffic", traffic(33, 90));
    await vi.advanceTimersByTimeAsync(10_100);
    await until(() => text().includes("33 of 90"));
  });
});

describe("the module connected again", () => {
  const DETAIL = "/api/connections/c";
  const connected = { transport: "module", moduleVersion: "0.2.0" } as const;

  it("is looked for while its address waits, and no longer once it used the address", async () => {
    const { app, asked, say } = await open(ModuleSettings, {
      "GET /api/connections/:id": aConnection({ ...connected, pairedAt: 1 }),
      "POST /api/connections/:id/pairing": { url: "https://weft.example/x", expiresAt: 2e12 },
    });
    button("Install or connect the module again").click();
    await until(() => document.querySelector("input[readonly]") !== null);
    const before = asked(DETAIL);
    say("GET /api/connections/:id", aConnection({ ...connected, pairedAt: null }));
    await vi.advanceTimersByTimeAsync(3_100);
    expect(asked(DETAIL)).toBe(before + 1);
    expect(app.said.value).toBe("");
    say("GET /api/connections/:id", aConnection({ ...connected, pairedAt: 2 }));
    await vi.advanceTimersByTimeAsync(3_100);
    await until(() => app.said.value === "The module of your store is connected.");
    const after = asked(DETAIL);
    await vi.advanceTimersByTimeAsync(30_000);
    expect(asked(DETAIL)).toBe(after);
    expect(button("Install or connect the module again")).toBeTruthy();
  });
});

describe("choices of the store", () => {
  const route = "GET /api/connections/:id/order-states";
  const nothing = { states: [], unmarked: [] };

  it("wait for its turn without an error, then come by themselves", async () => {
    const { say } = await open(OrderSettings, {
      "GET /api/connections/:id": aConnection(),
      [route]: { ...nothing, readAt: null, isRenewing: true },
    });
    await until(() => text().includes("Weft waits for its turn"));
    expect(text()).not.toContain("Try again");
    const states = [{ id: "2", name: "Payment accepted" }];
    say(route, { states, unmarked: [], readAt: 1, isRenewing: false });
    await vi.advanceTimersByTimeAsync(3_000);
    await until(() => text().includes("Payment accepted"));
  });

  it("are shown as known while newer ones are read", async () => {
    const known = { states: [{ id: "2", name: "Paid" }], unmarked: [] };
    const { say } = await open(OrderSettings, {
      "GET /api/connections/:id": aConnection(),
      [route]: { ...known, readAt: 1, isRenewing: true },
    });
    await until(() => text().includes("Paid"));
    const states = [{ id: "3", name: "Fresh" }];
    say(route, { states, unmarked: [], readAt: 2, isRenewing: false });
    await vi.advanceTimersByTimeAsync(3_000);
    await until(() => text().includes("Fresh"));
  });
});
