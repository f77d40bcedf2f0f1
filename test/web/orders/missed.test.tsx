import { beforeEach, describe, expect, it, vi } from "vitest";
import MissedDialog from "../../../web/orders/missed-dialog";
import { toPlacedTime } from "../../../web/orders/missed";
import { missedOrders } from "../fake-api/fixture-orders.mjs";
import { inConnection } from "../support/in-connection";
import { button, draw, fakeServer, text, until, type FakeAnswers } from "../support/render";

const DAY_MS = 86_400_000;

beforeEach(() => {
  HTMLDialogElement.prototype.showModal ??= vi.fn();
});

describe("days as typed", () => {
  it("are whole days, ninety at most, the first one first", () => {
    const time = toPlacedTime("2026-06-01", "2026-06-02");
    expect((time?.before ?? 0) - (time?.from ?? 0)).toBe(2 * DAY_MS);
    for (const [from, until] of [
      ["", "2026-06-02"],
      ["2026-06-02", "2026-06-01"],
      ["2026-01-01", "2026-06-01"],
    ])
      expect(toPlacedTime(from ?? "", until ?? "")).toBeNull();
  });
});

describe("the search for missed orders", () => {
  const route = "/api/connections/c/missed-orders";

  it("lists what can be synced and what is left out, with why, and syncs all by a task", async () => {
    const server = fakeServer({
      "GET /api/connections/:id/missed-orders": missedOrders,
      "POST /api/connections/:id/missed-orders": { taskId: "t9" },
    });
    const onStarted = vi.fn();
    const dialog = <MissedDialog onStarted={onStarted} onClose={() => {}} />;
    draw(inConnection(dialog, server), server);
    button("Find").click();
    await until(() => text().includes("1 order to sync, 7 left out, 12 in PrestaShop."));
    expect(server.calls[0]?.path).toMatch(new RegExp(`${route}\\?from=\\d+&before=\\d+$`));
    for (const why of ["not paid yet", "On hold", "Sent already", "before this connection"])
      expect(text()).toContain(why);
    expect(text()).toContain("from its own warehouse");
    expect(text()).toContain("cannot read what TikTok Shop says of it");
    button("Sync all missed orders (1)").click();
    await until(() => onStarted.mock.calls.length > 0);
    expect(onStarted).toHaveBeenCalledWith("t9");
    expect(server.calls.at(-1)?.body).toEqual({ orderIds: [missedOrders.rows[0]?.id] });
  });

  it("says that nothing is missing, and what it could not read", async () => {
    const server = fakeServer({
      "GET /api/connections/:id/missed-orders": { rows: [], inStore: 12, next: null },
    });
    draw(inConnection(<MissedDialog onStarted={() => {}} onClose={() => {}} />, server), server);
    button("Find").click();
    await until(() => text().includes("Nothing is missing: PrestaShop has 12 orders"));
  });

  it("says none so far while there is more to read, and of a sent one that it was sent", async () => {
    const due = missedOrders.rows.filter(({ why }) => why === "due");
    const rows = due.map(({ order, ...row }) => ({
      ...row,
      order: order && { ...order, channelState: "in_transit" },
    }));
    const list = "GET /api/connections/:id/missed-orders";
    const answers: FakeAnswers = { [list]: { rows: [], inStore: 50, next: "2" } };
    const server = fakeServer(answers);
    draw(inConnection(<MissedDialog onStarted={() => {}} onClose={() => {}} />, server), server);
    button("Find").click();
    await until(() => text().includes("None so far: PrestaShop has 50 orders"));
    answers[list] = { rows, inStore: 9, next: null };
    button("Look further").click();
    await until(() => text().includes("1 order to sync, 0 left out, 59 in PrestaShop."));
    expect(text()).toContain("Sent already and not in PrestaShop");
  });
});
