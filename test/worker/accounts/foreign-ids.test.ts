/** Ids of another account, in the path and in the body of every route of one's own connection, lead nowhere. */
import { env } from "cloudflare:workers";
import { expect, it } from "vitest";
import { contract } from "../../../src/contract/contract";
import type { RouteContract } from "../../../src/contract/route";
import { splitKey } from "../../../src/contract/route-key";
import { connectionWithStore, setupHttp, signUp } from "../../support/http-harness";

/** In every text of Ada's rows, and in no other. */
const MARK = "adas-own";
const PRODUCT = "900001";
const ORDER = "577000000000900001";
const TASK = "task_of_ada";

async function plant(connectionId: string): Promise<void> {
  const run = (sql: string, ...values: (string | number)[]) =>
    env.DB.prepare(sql)
      .bind(...values)
      .run();
  await run(
    `INSERT INTO product (connection_id, product_id, name, skus, price_min_minor, price_max_minor, currency,
      stock_total, is_active, body, content_hash, source_updated_at, updated_at)
     VALUES (?, ?, ?, ?, 1, 1, 'GBP', 1, 1, '{}', '', 1, 1)`,
    connectionId,
    PRODUCT,
    MARK,
    MARK,
  );
  await run(
    `INSERT INTO sales_order (connection_id, channel_order_id, version, channel_state, tab, total_minor,
      currency, buyer_name, unit_count, body, placed_at, updated_at)
     VALUES (?, ?, 1, 'completed', 'fulfilled', 1, 'GBP', ?, 1, '{}', 1, 1)`,
    connectionId,
    ORDER,
    MARK,
  );
  await run(
    `INSERT INTO task (id, connection_id, kind, identity_key, state, parameters, counts, started_by, created_at, updated_at)
     VALUES (?, ?, 'push-products', ?, 'unconfirmed', '{}', '{}', ?, 1, 1)`,
    TASK,
    connectionId,
    MARK,
    MARK,
  );
}

const SELECTION = { selection: { ids: [PRODUCT] } };
/** Bodies that name what is Ada's. */
const BODIES: Readonly<Record<string, object>> = {
  "POST /api/connections/:id/selection-count": SELECTION,
  "POST /api/connections/:id/push": SELECTION,
  "POST /api/connections/:id/repull": SELECTION,
  "POST /api/connections/:id/refresh-listings": SELECTION,
  "POST /api/connections/:id/update": { ...SELECTION, what: "stock" },
  "POST /api/connections/:id/listing-state": { ...SELECTION, action: "activate" },
  "PUT /api/connections/:id/products/:productId/category": { categoryId: "1" },
  "PUT /api/connections/:id/products/:productId/size-chart": { fileName: "a.png", base64: "" },
  "POST /api/connections/:id/orders/:orderId/cancel-request": { answer: "approve" },
  "POST /api/connections/:id/orders/:orderId/variant": {
    channelSkuId: "1",
    productId: PRODUCT,
    variantId: "0",
  },
  "POST /api/connections/:id/check/repair": { check: TASK },
};
/** They end or change Bob's own connection. */
const OWN_ENDS = [
  "DELETE /api/connections/:id",
  "PATCH /api/connections/:id",
  "PUT /api/connections/:id/source",
];

async function rowsOf(connectionId: string): Promise<string> {
  const rows: unknown[] = [];
  for (const table of ["product", "sales_order", "task", "listing", "product_check", "problem"])
    rows.push(
      (
        await env.DB.prepare(`SELECT * FROM "${table}" WHERE connection_id = ?`)
          .bind(connectionId)
          .all()
      ).results,
    );
  return JSON.stringify(rows);
}

it("are answered like ids of nothing, on every route, and change nothing there", async () => {
  const harness = setupHttp();
  const ada = await signUp(harness, "ada-ids@example.com");
  const bob = await signUp(harness, "bob-ids@example.com", "Bob");
  const hers = await connectionWithStore(ada);
  const his = await connectionWithStore(bob, "Bob's");
  await plant(hers);
  const before = await rowsOf(hers);
  harness.ledgerCalls.length = 0;
  const ids: Readonly<Record<string, string>> = {
    productId: PRODUCT,
    orderId: ORDER,
    taskId: TASK,
    sourceCategoryId: "3",
  };
  let walked = 0;
  for (const key of Object.keys(contract as Record<string, RouteContract>)) {
    const { method, path } = splitKey(key);
    if (!path.includes("/connections/:id") || OWN_ENDS.includes(key)) continue;
    walked += 1;
    const named = path
      .replace("/:id", `/${his}`)
      .replace(/:(\w+)/g, (_, name: string) => ids[name] ?? hers);
    const answer = await harness.call(named, {
      method,
      cookie: bob.cookie,
      ...(method === "GET" ? {} : { body: BODIES[key] ?? {} }),
    });
    expect([key, (await answer.text()).includes(MARK)]).toEqual([key, false]);
  }
  expect(walked).toBeGreaterThan(35);
  expect(await rowsOf(hers)).toBe(before);
  // The ledger that was asked, if any was, is his own.
  expect(harness.ledgerCalls.map(({ connectionId }) => connectionId)).not.toContain(hers);
}, 60_000);
