// A whole order, request by request, as captured on the real stores.
import { describe, expect, it } from "vitest";
import type { Json, Row } from "../../simulator/prestashop/data/row";
import type { Flavour } from "../../simulator/prestashop/data/schema";
import type { PrestaShop } from "../../simulator/prestashop/prestashop";
import { call, demoStore, flavours, orderSequence, type Step } from "./prestashop-goldens";

type Body = Record<string, Record<string, Json>[]>;

/** The answer of the step of this name. */
function answerOf(steps: Step[], name: string): Body {
  const step = steps.find((it) => it.step === name);
  if (!step) throw new Error(`no step ${name}`);
  return step.responseBody as Body;
}

/** The id of the first thing of a kind that the sequence made. */
function firstId(steps: Step[], node: string): number {
  for (const { responseBody } of steps) {
    const made = (responseBody as Record<string, { id: Json }>)[node];
    if (made) return Number(made.id);
  }
  throw new Error(`no step made a ${node}`);
}

/** Raises every counter to where the real store's stood, so that the same ids come out. */
function alignCounters(store: PrestaShop, steps: Step[]): void {
  const [order = {}] = answerOf(steps, "good total: re-read order")["orders"] ?? [];
  const [shipped = {}] = answerOf(steps, "order after shipping")["orders"] ?? [];
  const { order_rows: rows } = order["associations"] as { order_rows: { id: Json }[] };
  const next: Record<string, number> = {
    customers: firstId(steps, "customer"),
    addresses: firstId(steps, "address"),
    carts: firstId(steps, "cart"),
    specific_prices: firstId(steps, "specific_price"),
    orders: Number(order["id"]),
    order_details: Number(rows[0]?.id),
    // The order's first state is a history row of its own.
    order_histories: firstId(steps, "order_history") - 1,
    order_carriers: firstId(steps, "order_carrier"),
    order_invoices: Number(order["invoice_number"]),
    invoice_number: Number(order["invoice_number"]),
    delivery_number: Number(shipped["delivery_number"]),
  };
  for (const [name, value] of Object.entries(next)) store.store.tables.raise(name, value - 1);
}

const stockRow = (row: Record<string, Json>): Row => ({
  id: String(row["id"]),
  values: {
    id_product: String(row["id_product"]),
    id_product_attribute: String(row["id_product_attribute"]),
    quantity: String(row["quantity"]),
  },
});

/** The stock the real store started from; the other variants share what its sum leaves. */
function alignStock(store: PrestaShop, steps: Step[]): void {
  const rows = (answerOf(steps, "stock before")["stock_availables"] ?? []).map(stockRow);
  store.restore("stock_availables", rows);
  const quantityOf = (id: string) => Number(rows.find((it) => it.id === id)?.values["quantity"]);
  const others = store
    .rows("stock_availables")
    .filter((it) => it.values["id_product"] === "1" && !["1", "20"].includes(it.id));
  const rest = quantityOf("1") - quantityOf("20") - 300 * (others.length - 1);
  const quantities = others.map((_, index) => (index === 0 ? rest : 300));
  others.forEach(({ id, values }, index) =>
    store.restore("stock_availables", [
      { id, values: { ...values, quantity: String(quantities[index]) } },
    ]),
  );
}

const MOVING = /"(date_\w+|\w+_date|last_passwd_gen|secure_key|passwd|reference)":"[^"]+"/g;

/** Compares everything but what every store makes up anew: times, secrets, references. */
const comparable = (body: Json | string): string =>
  (typeof body === "string" ? body : JSON.stringify(body)).replace(MOVING, '"$1":"…"');

async function replay(flavour: Flavour): Promise<{ step: Step; response: Response }[]> {
  const steps = orderSequence(flavour);
  const store = demoStore(flavour);
  if (flavour === "9.1.4") store.setBrokenInvoicePdf(true);
  alignStock(store, steps);
  alignCounters(store, steps);
  const played: { step: Step; response: Response }[] = [];
  for (const step of steps) {
    const response = await call(store, step.method, step.path, step.requestBody);
    played.push({ step, response });
  }
  return played;
}

describe.each(flavours)(
  "an order on a simulated %s store has the steps of the real one",
  (flavour) => {
    it("gives the same status, type and body at every step", async () => {
      for (const { step, response } of await replay(flavour)) {
        const text = await response.text();
        expect(response.status, step.step).toBe(step.status);
        expect(response.headers.get("content-type"), step.step).toBe(step.contentType);
        const body = step.contentType.startsWith("text/html") ? text : (JSON.parse(text) as Json);
        expect(comparable(body), step.step).toBe(comparable(step.responseBody));
      }
    });
  },
);
