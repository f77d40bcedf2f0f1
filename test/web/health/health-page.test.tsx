import { beforeAll, describe, expect, it } from "vitest";
import type { FindingView, HealthReport } from "../../../src/contract/health";
import { HomeHealth } from "../../../web/home/home-health";
import { ConnectionContext, ConnectionModel } from "../../../web/connections/connection";
import { createApp } from "../../../web/shell/app";
import { foldWaiting, groupOf, tallyOf } from "../../../web/health/health";
import Health from "../../../web/health/health-page";
import { LiveContext, LiveModel } from "../../../web/data/live";
import { inConnection } from "../support/in-connection";
import { withPart } from "../../../web/i18n/language";
import {
  button,
  draw,
  fakeServer,
  text,
  until,
  type FakeAnswers,
  type FakeServer,
} from "../support/render";

const finding = (check: string, verdict: FindingView["verdict"], more = {}): FindingView => ({
  check,
  verdict,
  facts: {},
  because: null,
  canFix: false,
  ...more,
});
const reportOf = (...findings: FindingView[]): HealthReport => ({
  findings,
  checkedAt: Date.now() - 60_000,
  tookMs: 1_240,
  requests: 21,
});
const BAD = reportOf(
  finding("store.webservice", "fail", { canFix: true }),
  finding("store.key", "skipped", { because: "store.webservice" }),
  finding("channel.carrier_map", "warn", { facts: { state: "empty" } }),
  finding("channel.token", "pass"),
);
const GOOD = reportOf(finding("store.webservice", "pass"), finding("channel.token", "pass"));
const CHECK = "/api/connections/c/check";

beforeAll(() => withPart("checks", Promise.resolve()));

function drawIn(content: () => preact.JSX.Element, answers: FakeAnswers): FakeServer {
  const server = fakeServer(answers);
  const { client } = createApp(server.send, document.documentElement, localStorage);
  const model = new ConnectionModel(client, "c");
  const open = { id: "c", base: "/connections/c", model, detail: model.detail };
  const Content = content;
  draw(
    <ConnectionContext.Provider value={open}>
      <Content />
    </ConnectionContext.Provider>,
    server,
    "/connections/c/health",
  );
  return server;
}

describe("the health page", () => {
  it("says that nothing was checked yet, and checks at one press", async () => {
    const server = drawIn(Health, {
      "GET /api/connections/:id/check": { report: null, running: null },
      "POST /api/connections/:id/check": { report: GOOD, running: null },
    });
    await until(() => text().includes("Not checked yet"));
    button("Check now").click();
    await until(() => text().includes("Everything is in order"));
    expect(server.calls.filter(({ method }) => method === "POST")).toEqual([
      { method: "POST", path: CHECK, body: {} },
    ]);
    expect(text()).toContain("Checked 1 minute ago · 21 requests in 1.2\u00a0s");
  });

  it("tells what is wrong, what to do, and what waits for it", async () => {
    drawIn(Health, { "GET /api/connections/:id/check": { report: BAD, running: null } });
    await until(() => text().includes("One thing stops the sync"));
    expect(text()).toContain("The webservice of your store is switched off.");
    expect(text()).toContain("“Webservice on” has to be in order first.");
    const open = [...document.querySelectorAll("details[open]")].map(
      (row) => row.querySelector(".finding-title")?.textContent,
    );
    expect(open).toEqual(["Webservice on", "Carriers matched"]);
    const link = [...document.querySelectorAll("a")].find(({ textContent }) =>
      textContent?.includes("Map carriers"),
    );
    expect(link?.getAttribute("href")).toBe("/connections/c/settings#carriers");
  });

  it("lets Weft put right what it can and shows how it looks then", async () => {
    const server = drawIn(Health, {
      "GET /api/connections/:id/check": { report: BAD, running: null },
      "POST /api/connections/:id/check/repair": { report: GOOD, running: null },
    });
    await until(() => text().includes("Switch it on"));
    button("Switch it on: Webservice on").focus();
    button("Switch it on: Webservice on").click();
    await until(() => text().includes("Everything is in order"));
    await until(() => document.activeElement?.tagName === "SUMMARY");
    expect(document.activeElement?.textContent).toContain("Webservice on");
    expect(server.calls.at(-1)).toEqual({
      method: "POST",
      path: `${CHECK}/repair`,
      body: { check: "store.webservice" },
    });
  });

  it("keeps the report and says why when a repair is refused", async () => {
    drawIn(Health, {
      "GET /api/connections/:id/check": { report: BAD, running: null },
      "POST /api/connections/:id/check/repair": {
        status: 422,
        error: { code: "check.nothing_to_fix", facts: {} },
      },
    });
    await until(() => text().includes("Switch it on"));
    button("Switch it on: Webservice on").click();
    await until(() => text().includes("nothing left that Weft could put right"));
    expect(text()).toContain("One thing stops the sync");
  });

  it("says which side is being looked at while a check runs", async () => {
    drawIn(Health, {
      "GET /api/connections/:id/check": {
        report: BAD,
        running: { startedAt: Date.now(), done: ["channel"] },
      },
    });
    await until(() => text().includes("Checking your connection…"));
    await until(() => text().includes("TikTok Shopdone"));
    expect(text()).toContain("Your storebeing checked");
    expect(button("Check now").getAttribute("aria-busy")).toBe("true");
  });

  it("lists what needs somebody first and open, and folds the rest by what it belongs to", async () => {
    const report = reportOf(
      finding("store.clock", "pass"),
      finding("store.open", "warn"),
      finding("channel.token", "pass"),
      finding("channel.shop", "fail"),
    );
    drawIn(Health, { "GET /api/connections/:id/check": { report, running: null } });
    await until(() => text().includes("What to do"));
    const cards = [...document.querySelectorAll(".card")];
    const titles = (card?: Element) =>
      [...(card?.querySelectorAll(".findings .finding-title") ?? [])].map((one) => one.textContent);
    expect(cards.map(titles)).toEqual([
      ["Shop open", "Store open"],
      ["Clock", "Authorisation accepted"],
    ]);
    const groups = [...document.querySelectorAll<HTMLDetailsElement>(".health-group")];
    expect(groups.map(({ open }) => open)).toEqual([false, false]);
    expect(groups[0]?.textContent).toContain("Store1 in order");
  });

  it("says of no group that it is in order while something in it was not checked", async () => {
    const report = reportOf(
      finding("orders.country", "pass"),
      finding("orders.trial", "skipped", { because: "module.present" }),
      finding("module.present", "warn"),
    );
    drawIn(Health, { "GET /api/connections/:id/check": { report, running: null } });
    await until(() => text().includes("1 not checked"));
    expect(text()).toContain("Orders in the store1 in order · 1 not checked");
  });

  it("shows the last verdict no longer as the state of things while a new check runs", async () => {
    drawIn(Health, {
      "GET /api/connections/:id/check": {
        report: GOOD,
        running: { startedAt: Date.now(), done: [] },
      },
    });
    await until(() => text().includes("Checking your connection…"));
    expect(text()).not.toContain("Everything is in order");
  });

  it("offers another try when it cannot be read", async () => {
    drawIn(Health, {});
    await until(() => document.querySelector("[role=alert]") !== null);
    expect(button("Try again")).toBeTruthy();
  });
});

describe("the sentence that sums the report up", () => {
  const order = {
    key: "order",
    kind: "order" as const,
    code: "order.line_unlinked",
    facts: {},
    count: 2,
    isMore: false,
    sample: null,
    tab: null,
    since: null,
  };
  const drawWith = (report: HealthReport, answers: FakeAnswers = {}) => {
    const server = fakeServer({
      "GET /api/connections/:id/check": { report, running: null },
      "GET /api/connections/:id/attention": { entries: [order], oversold: 0, oversoldNewest: null },
      ...answers,
    });
    const { client } = createApp(server.send, document.documentElement, localStorage);
    const live = new LiveModel(client, "c");
    const shared = { versions: live.versions, attention: live.attention, kept: new Map() };
    draw(
      <LiveContext.Provider value={shared}>
        {inConnection(<Health />, server)}
      </LiveContext.Provider>,
      server,
      "/connections/c/health",
    );
  };

  it("is never that all is well while Home lists something", async () => {
    drawWith(GOOD);
    await until(() => text().includes("The connection is in order, one thing needs you"));
    expect(text()).not.toContain("Everything is in order");
    const toHome = [...document.querySelectorAll("a")].find(
      (a) => a.textContent === "Show on Home",
    );
    expect(toHome?.getAttribute("href")).toBe("/connections/c");
  });

  it("names what fails first, and that Home lists more", async () => {
    drawWith(BAD);
    await until(() => text().includes("Home lists one more thing."));
    expect(text()).toContain("One thing stops the sync");
  });
});

describe("health on the home page", () => {
  it("checks a connection that never was, and shows the result", async () => {
    drawIn(() => <HomeHealth health={null} />, {
      "POST /api/connections/:id/check": { report: BAD, running: null },
    });
    await until(() => text().includes("One thing stops the sync"));
    expect(document.querySelector("a")?.getAttribute("href")).toBe("/connections/c/health");
  });

  it("follows a check that somebody else began, to its report", async () => {
    const answers: FakeAnswers = {
      "POST /api/connections/:id/check": {
        report: null,
        running: { startedAt: Date.now(), done: [] },
      },
      "GET /api/connections/:id/check": { report: BAD, running: null },
    };
    const server = drawIn(() => <HomeHealth health={null} />, answers);
    await until(() => text().includes("Checking your connection…"));
    await until(() => text().includes("One thing stops the sync"));
    expect(server.calls.filter(({ method }) => method === "POST")).toHaveLength(1);
  });

  it("leaves what later checks find to the list of what needs a person", () => {
    drawIn(() => <HomeHealth health={{ failed: 2, warned: 1, checkedAt: Date.now() }} />, {});
    expect(text()).toBe("");
  });
});

describe("findings", () => {
  it("of a group come with what needs somebody first", () => {
    const rows = [
      finding("store.a", "pass"),
      finding("store.b", "skipped"),
      finding("orders.x", "fail"),
      finding("store.c", "warn"),
      finding("store.d", "fail"),
    ];
    const names = groupOf(rows, "store").map(({ check }) => check);
    expect(names).toEqual(["store.d", "store.c", "store.b", "store.a"]);
  });

  it("that wait for the same check are one line, from three on", () => {
    const waiting = (check: string, because: string) => finding(check, "skipped", { because });
    const rows = [
      finding("store.a", "fail"),
      waiting("store.b", "store.a"),
      waiting("store.c", "store.x"),
      waiting("store.d", "store.a"),
      waiting("store.e", "store.a"),
      finding("store.f", "pass"),
    ];
    expect(foldWaiting(rows)).toEqual([
      rows[0],
      { because: "store.a", checks: ["store.b", "store.d", "store.e"] },
      rows[2],
      rows[5],
    ]);
  });

  it("are counted by verdict", () => {
    expect(tallyOf(BAD.findings)).toEqual({ pass: 1, warn: 1, fail: 1, skipped: 1 });
  });
});
