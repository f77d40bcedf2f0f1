/** What a thousand products and a thousand orders cost a deployment, by the price list. */
import { describe, it } from "vitest";
import { rowsOf, type ConnectedMerchant } from "../test/support/merchant";
import type { Figure } from "./figures";
import { openShop } from "./harness";
import { startMeter } from "./meter";
import { NAMES, priceOf, type Bill } from "./price-list";

const PRODUCTS = 100;
const VARIANTS = 3;
const ORDERS = 50;
const PER = 1_000;
/** Nothing was counted for so long: all is done. */
const QUIET_MS = 2_000;
const TICK_MS = 500;
const PATIENCE_MS = 180_000;
/** US cents. */
const CENTS = 100;

type Meter = Awaited<ReturnType<typeof startMeter>>;

/** Runs to the end of what follows from `work`; answers what it cost. */
async function costOf(meter: Meter, { world }: ConnectedMerchant, work: () => Promise<unknown>) {
  await untilQuiet(meter);
  const requests = world.delivered.length;
  meter.read();
  const ticking = setInterval(() => void world.tick(), TICK_MS);
  try {
    await work();
    await untilQuiet(meter);
  } finally {
    clearInterval(ticking);
  }
  return { ...meter.read(), requests: world.delivered.length - requests };
}

async function untilQuiet({ bill }: Meter): Promise<void> {
  for (let before = -1; before !== bill.ledgerCalls;) {
    before = bill.ledgerCalls;
    await scheduler.wait(QUIET_MS);
  }
}

async function pull({ merchant, connectionId: id, finished }: ConnectedMerchant) {
  const { taskId } = await merchant.call("POST /api/connections/:id/pull", {
    params: { id },
    body: {},
  });
  const { state } = await finished(taskId);
  if (state !== "completed") throw new Error(`the pull ended ${state}`);
}

/** Every product into one category, as a merchant may map them. */
async function mapEverything({ merchant, connectionId: id }: ConnectedMerchant) {
  const { rows } = await merchant.call("GET /api/connections/:id/channel-categories", {
    params: { id },
    query: { search: "mug" },
  });
  const categoryId = rows[0]?.id ?? "";
  const sources = await rowsOf<{ id: string }>(
    "SELECT DISTINCT source_category_id AS id FROM product WHERE connection_id = ?",
    id,
  );
  for (const { id: sourceCategoryId } of sources)
    await merchant.call("PUT /api/connections/:id/categories/:sourceCategoryId", {
      params: { id, sourceCategoryId },
      body: { categoryId },
    });
}

async function push(connected: ConnectedMerchant) {
  const { merchant, connectionId: id, finished } = connected;
  await mapEverything(connected);
  const { taskId } = await merchant.call("POST /api/connections/:id/push", {
    params: { id },
    body: { selection: { filter: { tab: "all" } } },
  });
  const { counts } = await finished(taskId);
  if (counts.done !== PRODUCTS) throw new Error(`the push ended ${JSON.stringify(counts)}`);
}

async function untilRows(sql: string, connectionId: string, wanted: number): Promise<void> {
  const count = async () => (await rowsOf<{ n: number }>(sql, connectionId))[0]?.n ?? 0;
  const deadline = Date.now() + PATIENCE_MS;
  for (let found = await count(); found < wanted; found = await count()) {
    if (Date.now() > deadline) throw new Error(`${found} of ${wanted}: ${sql}`);
    await scheduler.wait(TICK_MS);
  }
}

const LIVE = "SELECT count(*) AS n FROM listing WHERE connection_id = ? AND status = 'live'";
const IMPORTED =
  "SELECT count(*) AS n FROM sales_order WHERE connection_id = ? AND source_order_id IS NOT NULL";

async function order({ world, connectionId }: ConnectedMerchant): Promise<void> {
  const offers = await rowsOf<{ sku: string }>(
    "SELECT channel_sku_id AS sku FROM offer WHERE connection_id = ? LIMIT ?",
    connectionId,
    ORDERS,
  );
  for (const { sku: skuId } of offers)
    world.tiktok.placeOrder({
      lines: [{ skuId, quantity: 1 }],
      shippingFee: "2.99",
      status: "AWAITING_SHIPMENT",
    });
  await untilRows(IMPORTED, connectionId, ORDERS);
}

async function restock({ world, connectionId }: ConnectedMerchant): Promise<void> {
  const offers = await rowsOf<{ product: string; variant: string }>(
    "SELECT product_id AS product, variant_id AS variant FROM offer WHERE connection_id = ?",
    connectionId,
  );
  for (const { product, variant } of offers)
    world.prestashop8.setStockSilently(product, variant, 41);
}

describe("figures", () => {
  it("of what a deployment is billed for", async ({ task }) => {
    const figures: Figure[] = [];
    task.meta.figures = figures;
    const meter = await startMeter();
    const connected = await openShop({ products: PRODUCTS, variantsEach: VARIANTS });
    const add = (what: string, bill: Bill, of: number) => {
      const scaled = (value: number) => (value * PER) / of;
      figures.push({ name: `cost of ${what}`, value: scaled(priceOf(bill) * CENTS), unit: "ct" });
      for (const [name, value] of Object.entries(bill))
        if (value > 0)
          figures.push({ name: `  ${NAMES[name as keyof Bill]}`, value: scaled(value), unit: "" });
    };
    const first = await costOf(meter, connected, async () => {
      await pull(connected);
      await push(connected);
      await untilRows(LIVE, connected.connectionId, PRODUCTS);
    });
    add("1,000 products, first synced", first, PRODUCTS);
    add(
      "… pulled again, unchanged",
      await costOf(meter, connected, () => pull(connected)),
      PRODUCTS,
    );
    await restock(connected);
    add(
      "… with new stock of 3 SKUs each",
      await costOf(meter, connected, () => pull(connected)),
      PRODUCTS,
    );
    add("1,000 orders", await costOf(meter, connected, () => order(connected)), ORDERS);
  });
});
