import { describe, expect, it } from "vitest";
import type { JournalEntry, ReplayState } from "../../../src/contract/journal";
import Journal from "../../../web/journal/journal-page";
import { inConnection } from "../support/in-connection";
import { button, draw, fakeServer, text, until } from "../support/render";

const PATH = "/connections/c/activity/journal";

const entry = (change: Partial<JournalEntry>): JournalEntry => ({
  id: "event:channel:1",
  kind: "event",
  at: 1,
  side: "channel",
  what: "order.changed",
  subjects: ["order:576"],
  outcome: "",
  isFailed: false,
  tookMs: 0,
  body: '{"type":1}',
  answer: "",
  ...change,
});
const done: ReplayState = {
  at: 1,
  events: 1,
  orders: 1,
  products: 0,
  listings: 0,
  waiting: 0,
  changed: [],
  writes: 0,
  isDone: true,
};

function drawJournal(rows: JournalEntry[], replay = done, path = PATH) {
  const server = fakeServer({
    "GET /api/connections/:id/journal": { rows, next: null },
    "POST /api/connections/:id/replay": replay,
  });
  draw(inConnection(<Journal />, server), server, path);
  return server;
}

describe("the journal", () => {
  it("shows events and calls with what they are about, and the masked data on demand", async () => {
    const call = {
      id: "write:2",
      kind: "write",
      what: "POST /x",
      outcome: "12052",
      isFailed: true,
    };
    drawJournal([entry({}), entry({ ...(call as Partial<JournalEntry>), tookMs: 90 })]);
    await until(() => text().includes("order.changed"));
    expect(text()).toContain("12052");
    expect(text()).toContain("90 ms");
    const link = document.querySelector('a[href="/connections/c/orders/576"]');
    expect(link?.textContent).toBe("Order 576");
    expect(document.querySelector("details")?.textContent).toContain('{"type":1}');
  });

  it("replays an event and says that nothing was missing", async () => {
    const server = drawJournal([entry({})]);
    await until(() => text().includes("order.changed"));
    button("Replay order.changed").click();
    await until(() => text().includes("nothing was missing"));
    expect(server.calls.find(({ method }) => method === "POST")?.body).toEqual({
      of: { event: "event:channel:1" },
    });
  });

  it("asks for what its address names, and offers to read just that again", async () => {
    const server = drawJournal(
      [entry({})],
      { ...done, changed: ["order:576"], writes: 2 },
      `${PATH}?subject=order:576&outcome=failed`,
    );
    await until(() => text().includes("order.changed"));
    expect(server.calls.some(({ path }) => /journal\?.*subject=order%3A576/.test(path))).toBe(true);
    button("Replay").click();
    await until(() => text().includes("something happened to 1 of them, by 2 calls"));
  });

  it("says of an empty one why it is empty", async () => {
    drawJournal([]);
    await until(() => text().includes("Nothing passed yet"));
    drawJournal([], done, `${PATH}?kind=write`);
    await until(() => text().includes("No entry fits"));
  });
});
