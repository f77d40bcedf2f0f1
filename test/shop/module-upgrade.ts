/** The module of an earlier version in a real store: upgraded in place, then removed. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  age,
  ask,
  execute,
  hasFile,
  moduleConsole,
  NO_TRACES,
  rows,
  storeUrl,
  traces,
  uninstall,
  unpackEarlier,
  unpackOver,
} from "./local-store";
import { startFakeWeft, type FakeWeft } from "./fake-weft";
import { figuresOf, openOrderHarness } from "./order-harness";

const OLD_SECRET = "a-secret-that-was-pasted-by-hand-00000001";
const HOUR_SECONDS = 3600;

describe(`an earlier module in the store at ${storeUrl}`, () => {
  let weft: FakeWeft;
  beforeAll(async () => {
    weft = await startFakeWeft();
  });
  afterAll(() => weft.close());

  const configure = () =>
    execute(
      `INSERT INTO ps_configuration (name, value, date_add, date_upd) VALUES ('WEFT_WEBHOOK_URL', '${weft.url}', NOW(), NOW()), ('WEFT_WEBHOOK_SECRET', '${OLD_SECRET}', NOW(), NOW())`,
    );

  it.each(["0.1.0", "0.2.0"] as const)(
    "is upgraded in place from %s, settings and events kept",
    async (version) => {
      await uninstall();
      unpackEarlier(version);
      await moduleConsole("install");
      await configure();
      await execute(
        `INSERT INTO ps_weft_outbox (event_id, type, ids, ids_hash, created_ms, due_at) VALUES ('waiting', 'stock.changed', '8', 'x', ${Date.now()}, 0)`,
      );
      unpackOver();
      await moduleConsole("upgrade");
      const health = await ask(OLD_SECRET, "health");
      expect(health).toMatchObject({
        hooks: { missing: [] },
        tables: { missing: [] },
        outbox: { waiting: 1 },
      });
      const keys = await rows(
        "SHOW INDEX FROM ps_weft_outbox WHERE Key_name IN ('attempted', 'failed')",
      );
      expect(keys).toHaveLength(3);
    },
  );

  it("keeps the old version's code for requests that began with it, and removes it an hour later", async () => {
    weft.status = 503;
    await ask(OLD_SECRET, "flush");
    expect(hasFile("classes/WeftRecorder.php")).toBe(true);
    age("classes", HOUR_SECONDS + 1);
    expect(await ask(OLD_SECRET, "flush")).toEqual({ sent: 0, waiting: 1 });
    expect(hasFile("classes")).toBe(false);
  });

  it("sends what waited through the upgrade", async () => {
    const { secret } = weft;
    Object.assign(weft, { status: 200, secret: OLD_SECRET });
    await execute("UPDATE ps_weft_outbox SET due_at = 0");
    expect(await weft.eventsOf(() => ask(OLD_SECRET, "flush"))).toEqual(["stock.changed 8"]);
    weft.secret = secret;
  });

  it("finishes orders that were in flight under 0.2.0, and makes none of them again", async () => {
    await uninstall();
    unpackEarlier("0.2.0");
    await moduleConsole("install");
    await configure();
    const harness = await openOrderHarness(OLD_SECRET);
    const { mug } = harness;
    const [whole, broken] = [harness.draft(), harness.draft()];
    const before = await harness.order(whole);
    await harness.order(broken);
    const stock = await harness.stockOf(mug);
    // As a request that ended between the order and its stock leaves it.
    const [row] = await rows(
      `SELECT id_stock_available AS id FROM ps_stock_available WHERE id_product = ${mug}`,
    );
    await harness.setStock(mug, stock + 2);
    await execute(
      `UPDATE ps_weft_order SET stock_moves = '{"${String(row?.["id"])}":-2}' WHERE channel_order_id = '${broken.channelOrderId}'`,
    );
    unpackOver();
    await moduleConsole("upgrade");
    expect(await harness.order(whole)).toEqual({ ...before, isRepeat: true });
    expect((await harness.order(broken)).isRepeat).toBe(true);
    expect(await harness.stockOf(mug)).toBe(stock);
    expect(await figuresOf(whole.channelOrderId)).toHaveLength(1);
    expect(await figuresOf(broken.channelOrderId)).toHaveLength(1);
    const after = await ask(OLD_SECRET, "changes", {});
    expect(after.products).toContain(mug);
    await harness.leave();
  });

  it("leaves nothing behind when it is uninstalled", async () => {
    await uninstall();
    expect(await traces()).toEqual(NO_TRACES);
  });
});
