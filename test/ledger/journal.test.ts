import { describe, expect, it } from "vitest";
import { listSkus } from "../../simulator/tiktok-shop/pages/state";
import {
  importedOrders,
  installModule,
  observed,
  place,
  shipped,
  stocked,
  storeEvent,
  webhook,
} from "../support/ledger-acts";
import {
  openLedger,
  withLedger,
  LONG_TEST_MS,
  type LedgerHarness,
} from "../support/ledger-harness";

/** What both shops hold, read from them. */
const shopsOf = ({ world }: LedgerHarness, orderIds: readonly string[]) =>
  JSON.stringify({
    orders: world.prestashop8.orders(),
    histories: world.prestashop8.rows("order_histories"),
    carriers: world.prestashop8.rows("order_carriers"),
    stock: world.prestashop8.rows("stock_availables"),
    skus: listSkus(world.storage),
    sold: orderIds.map((id) => world.tiktok.order(id)),
  });

/** Two orders, one of them shipped in the store. */
async function sell(harness: LedgerHarness): Promise<string[]> {
  stocked(harness);
  const orderIds = [place(harness), place(harness)];
  for (const orderId of orderIds) webhook(harness, orderId);
  await harness.drainUntilIdle();
  // Both are imported at once, and either may be the store's first.
  const { sourceOrderId } = harness.projections.get(orderIds[0] ?? "") ?? {};
  shipped(harness, sourceOrderId ?? "", "TRK123456");
  storeEvent(harness, sourceOrderId ?? "");
  await harness.drainUntilIdle();
  return orderIds;
}

const everything = (harness: LedgerHarness) => ({ from: 0, until: harness.now });

const writesOf = async ({ ledger }: LedgerHarness, subject?: string) =>
  (await ledger.readJournal({ kind: "write", subject })).rows;

describe("the journal", () => {
  it("shows an order call by call, with the events that named it, and no buyer", () =>
    withLedger(async (harness) => {
      const [first = "", second = ""] = await sell(harness);
      const { rows } = await harness.ledger.readJournal({ subject: `order:${first}` });
      const shown = rows.map(({ kind, what }) => `${kind} ${what}`);
      expect(shown).toContain("event order.changed");
      expect(shown).toContain("event order.state_changed");
      expect(shown).toContain("write POST /api/carts");
      expect(shown).toContain("write POST /api/orders");
      expect(shown.some((one) => /^write POST \/fulfillment\/.*packages/.test(one))).toBe(true);
      expect(rows.every(({ subjects }) => !subjects.includes(`order:${second}`))).toBe(true);
      expect(rows.every(({ kind, outcome }) => kind === "event" || outcome !== "")).toBe(true);
      const order = harness.storage.orderStore.read(first)?.order;
      const kept = JSON.stringify(rows);
      for (const hidden of [
        order?.address?.name,
        order?.address?.line1,
        order?.buyer.email,
        "TRK123456",
      ])
        if (hidden) expect(kept).not.toContain(hidden);
    }));

  it("costs an event no row of its own, and a call that writes one", () =>
    withLedger(async (harness) => {
      const rowsOf = (table: string) =>
        harness.sqlite.sql.exec(`SELECT 1 FROM ${table}`).toArray().length;
      stocked(harness);
      const orderId = place(harness);
      webhook(harness, orderId, "one");
      webhook(harness, orderId, "one");
      expect([rowsOf("receipt"), rowsOf("write_call")]).toEqual([1, 0]);
      await harness.drainUntilIdle();
      const calls = await writesOf(harness);
      expect(calls.length).toBeGreaterThan(0);
      expect(rowsOf("write_call")).toBe(calls.length);
    }));

  it("filters by failure and kind, and gives every entry once over all pages", () =>
    withLedger(async (harness) => {
      const { ledger, storage } = harness;
      for (let index = 0; index < 70; index += 1) {
        harness.now += 1_000;
        webhook(harness, `9${index}`);
        storage.journal.addWrite({
          side: "channel",
          what: `POST /x/${index}`,
          subjects: [`order:9${index}`],
          outcome: index % 2 ? "0" : "12052",
          isFailed: index % 2 === 0,
          tookMs: 5,
          at: harness.now,
          body: "",
          answer: "",
        });
      }
      const seen: string[] = [];
      let cursor: string | undefined;
      do {
        const page = await ledger.readJournal({ cursor });
        seen.push(...page.rows.map(({ id }) => id));
        cursor = page.next ?? undefined;
      } while (cursor);
      expect(seen).toHaveLength(140);
      expect(new Set(seen).size).toBe(140);
      const failed = await ledger.readJournal({ onlyFailed: true });
      expect(failed.rows).toHaveLength(35);
      expect((await ledger.readJournal({ kind: "event", subject: "order:93" })).rows).toHaveLength(
        1,
      );
      expect((await ledger.readJournal({ subject: "93" })).rows).toHaveLength(2);
    }));

  it("is left empty by what goes on after the connection was deleted", () =>
    withLedger(async (harness) => {
      await sell(harness);
      const { rows } = await harness.ledger.readJournal({ kind: "write" });
      await harness.ledger.erase();
      await harness.ledger.noteWrites(rows);
      expect(await harness.ledger.readJournal({})).toEqual({ rows: [], next: null });
    }));

  it("keeps thirty days, and of a flood the newest", () =>
    withLedger(async ({ storage, sqlite, now }) => {
      const day = 86_400_000;
      const event = { kind: "other", subjects: [], body: "" };
      storage.notes.receive("channel:old", now - 31 * day, event);
      storage.notes.receive("channel:young", now - 29 * day, event);
      for (let index = 0; index < 20_010; index += 1)
        sqlite.sql.exec(
          `INSERT INTO write_call (at, side, what, subjects, outcome, is_failed, took_ms, body, answer)
           VALUES (?, 'source', '', '', '', 0, 0, '', '')`,
          now,
        );
      storage.journal.prune(now);
      const keys = sqlite.sql.exec(`SELECT key FROM receipt`).toArray();
      expect(keys).toEqual([{ key: "channel:young" }]);
      const calls = () => sqlite.sql.exec(`SELECT 1 FROM write_call`).toArray();
      expect(calls()).toHaveLength(20_000);
      // Nothing was written since, and all that was is too old.
      storage.journal.prune(now + 31 * day);
      expect(calls()).toEqual([]);
    }));
});

describe.each(["webservice", "module"] as const)("a replay, by the %s", (transport) => {
  async function world(): Promise<{ harness: LedgerHarness; orderIds: string[] }> {
    const harness = await openLedger();
    if (transport === "module") await installModule(harness);
    return { harness, orderIds: await sell(harness) };
  }

  it("of everything, twice, changes nothing in either shop", async () => {
    const { harness, orderIds } = await world();
    harness.now += 3_600_000;
    await harness.drainUntilIdle();
    const before = shopsOf(harness, orderIds);
    for (const _ of [1, 2]) {
      const begun = await harness.ledger.replay(everything(harness));
      expect(begun).toMatchObject({ events: 3, orders: 2 });
      await harness.drainUntilIdle();
      expect(await harness.ledger.readReplay()).toMatchObject({
        waiting: 0,
        isDone: true,
        changed: [],
        writes: 0,
      });
      expect(shopsOf(harness, orderIds)).toBe(before);
    }
  });

  it(
    "rebuilds the same links and the same pages after both were lost, and makes nothing twice",
    async () => {
      const { harness, orderIds } = await world();
      const before = shopsOf(harness, orderIds);
      const linksOf = () =>
        orderIds.map((id) => harness.projections.get(id)?.sourceOrderId ?? "none");
      const links = linksOf();
      const shown = orderIds.map((id) => harness.projections.get(id)?.entries.length);
      harness.projections.clear();
      await harness.ledger.replay({ everything: true });
      await harness.drainUntilIdle();
      expect(linksOf()).toEqual(links);
      expect(orderIds.map((id) => harness.projections.get(id)?.entries.length)).toEqual(shown);
      harness.projections.clear();
      for (const table of ["order_record", "order_story", "reservation", "outbox"])
        harness.sqlite.sql.exec(`DELETE FROM ${table}`);
      const { changed } = await harness.ledger.replay(everything(harness));
      await harness.drainUntilIdle();
      expect(changed.toSorted()).toEqual(orderIds.map((id) => `order:${id}`).toSorted());
      expect(linksOf()).toEqual(links);
      expect(shopsOf(harness, orderIds)).toBe(before);
    },
    LONG_TEST_MS,
  );
});

describe("one thing", () => {
  it("an order nobody received is brought by its replay, which says so", () =>
    withLedger(async (harness) => {
      stocked(harness);
      const orderId = place(harness);
      const state = await harness.ledger.replay({ subject: `order:${orderId}` });
      expect(state).toMatchObject({ orders: 1, changed: [`order:${orderId}`] });
      expect(importedOrders(harness)).toHaveLength(1);
    }));

  it("an event is handed on once more by its entry; a product is read again with its listing", () =>
    withLedger(async (harness) => {
      const [first = ""] = await sell(harness);
      const { rows } = await harness.ledger.readJournal({ kind: "event", subject: first });
      const state = await harness.ledger.replay({ event: rows.at(-1)?.id ?? "" });
      expect(state).toMatchObject({ events: 1, orders: 1, changed: [] });
      observed(harness, harness.white, 4);
      const { productId, channelProductId } = harness.white;
      const ofProduct = await harness.ledger.replay({ subject: `product:${productId}` });
      expect(ofProduct).toMatchObject({ products: 1, listings: 1, orders: 0 });
      expect(channelProductId).not.toBe("");
    }));

  it("is refused where nothing has that name, or where it is too much at once", () =>
    withLedger(async (harness) => {
      const { ledger } = harness;
      const codeOf = (work: Promise<unknown>) =>
        work.catch((error: { code: string }) => error.code);
      expect(await codeOf(ledger.replay({ event: "event:none" }))).toBe("journal.entry_not_found");
      expect(await codeOf(ledger.replay({ subject: "person:1" }))).toBe("journal.subject_unknown");
      for (let index = 0; index < 501; index += 1) webhook(harness, `8${index}`);
      expect(await codeOf(ledger.replay(everything(harness)))).toBe("journal.too_many");
      expect(await ledger.readReplay()).toBeNull();
    }));
});
