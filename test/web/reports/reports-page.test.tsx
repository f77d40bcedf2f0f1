import { beforeAll, describe, expect, it } from "vitest";
import type { ConnectionDetail } from "../../../src/contract/connections";
import type { ReportRow } from "../../../src/contract/reports";
import {
  NO_TOTALS,
  type ReconciliationReport,
  type ReportFinding,
} from "../../../src/domain/reports/reconciliation";
import { useMemo } from "preact/hooks";
import { useConnection } from "../../../web/connections/connection";
import LastNight from "../../../web/reports/last-night";
import Reports from "../../../web/reports/reports-page";
import { loadProblemTexts } from "../../../web/i18n/problems";
import { inConnection } from "../support/in-connection";
import { button, draw, fakeServer, text, until } from "../support/render";

const LIST = "GET /api/connections/:id/reports";
const READ = "GET /api/connections/:id/reports/:reportId";
const HOUR_MS = 3_600_000;

const finding = (change: Partial<ReportFinding>): ReportFinding => ({
  key: "order:577",
  what: "missing",
  subjectId: "577",
  isRepaired: true,
  fate: "in_store",
  facts: {},
  ...change,
});
const signed = (report: Partial<ReconciliationReport>) => ({
  document: JSON.stringify({ ...NO_TOTALS, findings: [], unnamed: 0, startedAt: 1, ...report }),
  algorithm: "Ed25519" as const,
  signature: "sig",
  publicKey: "the-public-key",
});
const row = (id: string, orders: Partial<ReportRow["orders"]>): ReportRow => ({
  id,
  at: Date.now() - 7 * HOUR_MS,
  orders: { ...NO_TOTALS.orders, ...orders },
  stock: NO_TOTALS.stock,
});

/** The line in a connection of that state. */
function InState({ state }: { state: "active" | "paused" }) {
  const { detail } = useConnection();
  useMemo(() => detail.put({ state } as ConnectionDetail), [detail]);
  return <LastNight />;
}

// What loads late is at hand, however busy the machine is.
beforeAll(() => import("../../../web/reports/report"));

function drawPage(
  answers: Parameters<typeof fakeServer>[0],
  path = "/connections/c/health/reports",
) {
  const server = fakeServer(answers);
  draw(inConnection(<Reports />, server), server, path);
  return server;
}

describe("the reports", () => {
  it("say when the first comes, and start one at a press", async () => {
    const server = drawPage({
      [LIST]: { rows: [] },
      "POST /api/connections/:id/reports": { taskId: "t9" },
    });
    await until(() => text().includes("Not compared yet"));
    button("Compare now").click();
    await until(() => server.calls.some(({ path }) => path.includes("/tasks/t9")));
  });

  it("that are refused say so and can be asked for again", async () => {
    drawPage({ [LIST]: { status: 503, error: { code: "server.unavailable", facts: {} } } });
    await until(() => document.querySelector("[role=alert], .notice-bad, .notice-warn") !== null);
  });

  it("tell that nothing is lost, with a picture that is read out", async () => {
    const orders = { ...NO_TOTALS.orders, listed: 3, fates: { in_store: 2, cancelled: 1 } };
    drawPage({ [LIST]: { rows: [row("rec_1", orders)] }, [READ]: signed({ orders }) });
    await until(() => text().includes("3 orders, nothing lost"));
    const labels = [...document.querySelectorAll("svg[role=img]")].map((one) =>
      one.getAttribute("aria-label"),
    );
    expect(labels[0]).toContain("2 in your store");
    expect(text()).toContain("There were none.");
    expect(document.querySelector<HTMLInputElement>("input[readonly]")?.value).toBe(
      "the-public-key",
    );
  });

  it("name each difference with its link, its reason and what became of it", async () => {
    await loadProblemTexts();
    const orders = {
      ...NO_TOTALS.orders,
      listed: 4,
      fates: { in_store: 2, held: 1, lost: 1 },
      reasons: { "order.line_unlinked": 1, "report.order_gone": 1 },
    };
    const findings = [
      finding({}),
      finding({
        key: "order:578",
        subjectId: "578",
        what: "gone",
        fate: "lost",
        isRepaired: false,
      }),
      finding({
        key: "order:579",
        subjectId: "579",
        what: "held",
        fate: "held",
        isRepaired: false,
        reason: "order.line_unlinked",
      }),
      finding({
        key: "sku:1",
        subjectId: "9",
        what: "channel",
        facts: { shown: 500, wanted: 30 },
      }),
      finding({
        key: "sku:2",
        subjectId: "9",
        what: "unread",
        isRepaired: false,
        facts: { variantId: "23" },
      }),
      finding({ key: "order:580", subjectId: "580", fate: "lost" }),
    ];
    drawPage({
      [LIST]: { rows: [row("rec_1", orders)] },
      [READ]: signed({ orders, findings, unnamed: 2 }),
    });
    await until(() => text().includes("1 order is not accounted for"));
    const rows = [...document.querySelectorAll("tbody tr")].map((one) => ({
      href: one.querySelector("a")?.getAttribute("href"),
      outcome: one.querySelector(".badge")?.textContent,
    }));
    expect(rows).toEqual([
      { href: "/connections/c/orders/577", outcome: "Set right" },
      { href: "/connections/c/orders/578", outcome: "Needs you" },
      { href: "/connections/c/orders/579", outcome: "Needs you" },
      { href: "/connections/c/products/9", outcome: "Set right" },
      { href: "/connections/c/products/9", outcome: "Tried again" },
      { href: "/connections/c/orders/580", outcome: "Needs you" },
    ]);
    expect(text()).toContain("TikTok Shop showed 500, it should be 30.");
    expect(text()).toContain("Product 9, variant 23");
    expect(text()).toContain("One side did not say how many there are.");
    expect(text()).toContain("2 more are counted above");
    expect(text()).toContain("Your store does not have the order any more");
  });

  it("are read by the one that the address names", async () => {
    const server = drawPage(
      { [LIST]: { rows: [row("rec_2", {}), row("rec_1", {})] }, [READ]: signed({}) },
      "/connections/c/health/reports?report=rec_1",
    );
    await until(() => server.calls.some(({ path }) => path.endsWith("/reports/rec_1")));
    expect(server.calls.some(({ path }) => path.endsWith("/reports/rec_2"))).toBe(false);
  });
});

describe("the health page", () => {
  it("says of the last night how many orders were compared, and how many are lost", async () => {
    const server = fakeServer({ [LIST]: { rows: [row("rec_1", { listed: 128 })] } });
    draw(inConnection(<LastNight />, server), server, "/connections/c/health");
    await until(() => text().includes("128 orders, 0 lost."));
    expect(server.calls.some(({ path }) => path.endsWith("/reports?limit=1"))).toBe(true);
    expect(text()).not.toContain("not compared");
  });

  it.each([
    ["active", "The last night was not compared"],
    ["paused", "Nothing is compared while the connection rests."],
  ] as const)("tells of a night that was left out: %s", async (state, line) => {
    const last = { ...row("rec_1", { listed: 128 }), at: Date.now() - 37 * HOUR_MS };
    const server = fakeServer({ [LIST]: { rows: [last] } });
    draw(inConnection(<InState state={state} />, server), server, "/connections/c/health");
    await until(() => text().includes(line));
  });
});
