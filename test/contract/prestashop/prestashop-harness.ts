import type { SourceStore } from "../../../src/domain/connections/source-store";
import type { PlatformDeps } from "../../../src/platforms/deps";
import { prestashop } from "../../../src/platforms/prestashop/manifest";
import type { SourceHarness } from "../source/source-harness";
import { RESTING_DEPS } from "../../support/platform-deps";

type Fetch = PlatformDeps["fetch"];

export interface StoreUnderTest {
  url: string;
  key: string;
  /** The key of sessions, where it allows less than that by which the harness arranges things. */
  sessionKey?: string;
  /** The secret of a paired module; absent: the store has none. */
  secret?: string;
  fetch: Fetch;
  now(): number;
  /** Starts the numbers of orders; another one for every run against a store that stays. */
  firstOrderNumber: number;
}

/** What a session with the store is given from outside. */
export function depsOf(store: Pick<StoreUnderTest, "now">, fetch: Fetch): PlatformDeps {
  return {
    ...RESTING_DEPS,
    fetch,
    now: store.now,
    timeoutMs: 30_000,
    allowLocalHosts: true,
  };
}

/** A PrestaShop, real or simulated, as the contract wants it. */
export function prestashopHarness(store: StoreUnderTest): SourceHarness {
  let orders = store.firstOrderNumber;
  let waitedMs = 0;
  const clock = { now: () => store.now() + waitedMs };
  const openWith = (key: string, fetch: Fetch, known?: SourceStore) =>
    prestashop.open(
      { url: store.url, key, ...(store.secret && { secret: store.secret }) },
      depsOf(clock, fetch),
      known,
    );

  /** The back office, played through the webservice with requests of its own. */
  async function ask(method: string, path: string, body?: string): Promise<string> {
    const headers = { authorization: `Basic ${btoa(`${store.key}:`)}`, "content-type": "text/xml" };
    const init = body === undefined ? { method, headers } : { method, headers, body };
    const answer = await store.fetch(new Request(`${store.url}/api/${path}`, init));
    const text = await answer.text();
    if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${text}`);
    return text;
  }
  const api = async (method: string, path: string, body?: string) =>
    JSON.parse(await ask(method, path, body)) as Record<string, { id: number | string }[]>;
  const putInto = async (state: string, orderId: string) =>
    void (await api(
      "POST",
      "order_histories?output_format=JSON",
      `<prestashop><order_history><id_order>${orderId}</id_order><id_order_state>${state}</id_order_state></order_history></prestashop>`,
    ));
  const list = (path: string) => api("GET", `${path}&output_format=JSON`);

  return {
    transport: store.secret ? "module" : "webservice",
    open: (through = (inner) => inner, known) =>
      openWith(store.sessionKey ?? store.key, through(store.fetch), known),
    ...(store.secret && {
      openWithoutModule: () =>
        prestashop.open({ url: store.url, key: store.key }, depsOf(clock, store.fetch)),
    }),
    wait(ms) {
      waitedMs += ms;
    },
    openWithWrongKey: () => openWith("X".repeat(32), store.fetch),
    now: store.now,
    newChannelOrderId: () => `57${String((orders += 1)).padStart(16, "0")}`,
    async hasPacks() {
      const found = await list(
        "configurations?display=[value]&filter[name]=PS_PACK_FEATURE_ACTIVE",
      );
      return (found["configurations"] ?? []).some((row) => String(Object.values(row)[0]) === "1");
    },
    async countOrders() {
      const found = await list("orders?display=[id]");
      return found["orders"]?.length ?? 0;
    },
    async discount(productId) {
      const forEverybody =
        "id_shop id_cart id_product_attribute id_currency id_country id_group id_customer";
      const fields = {
        ...Object.fromEntries(forEverybody.split(" ").map((name) => [name, 0])),
        id_product: productId,
        price: -1,
        from_quantity: 1,
        reduction: 0.5,
        reduction_tax: 1,
        reduction_type: "percentage",
        from: "0000-00-00 00:00:00",
        to: "0000-00-00 00:00:00",
      };
      const inner = Object.entries(fields).map(([name, value]) => `<${name}>${value}</${name}>`);
      const made = (await api(
        "POST",
        "specific_prices?output_format=JSON",
        `<prestashop><specific_price>${inner.join("")}</specific_price></prestashop>`,
      )) as unknown as { specific_price: { id: number | string } };
      const { id } = made.specific_price;
      return async () => void (await ask("DELETE", `specific_prices/${id}`));
    },
    async giveBack(orderId, amount) {
      const { orders = [] } = await list(`orders?display=full&filter[id]=${orderId}`);
      const { id_customer } = orders[0] as unknown as Record<string, string>;
      const fields = {
        id_customer,
        id_order: orderId,
        conversion_rate: 1,
        total_products_tax_excl: amount,
        total_products_tax_incl: amount,
        total_shipping_tax_excl: 0,
        total_shipping_tax_incl: 0,
        amount,
      };
      const inner = Object.entries(fields).map(([field, value]) => `<${field}>${value}</${field}>`);
      const slip = `<prestashop><order_slip>${inner.join("")}</order_slip></prestashop>`;
      await ask("POST", "order_slip?output_format=JSON", slip);
    },
    async deliveryOf(orderId) {
      const { orders = [] } = await list(`orders?display=full&filter[id]=${orderId}`);
      const order = orders[0] as unknown as Record<string, string>;
      const { addresses = [] } = await list(
        `addresses?display=full&filter[id_customer]=${order["id_customer"]}`,
      );
      const own = addresses.find(({ id }) => String(id) === String(order["id_address_delivery"]));
      const fields = own as unknown as Record<string, string>;
      const { address1: street = "", city = "", address2: more = "", other = "" } = fields;
      const { firstname = "", lastname = "", postcode = "", phone = "" } = fields;
      const name = `${firstname} ${lastname}`;
      const shown = { street, more, city, postcode, name, phone, other };
      return { ...shown, addresses: addresses.length };
    },
    async bookkeepingOf(orderId) {
      const { orders = [] } = await list(`orders?display=full&filter[id]=${orderId}`);
      const { reference, total_paid_real: paid } = orders[0] as unknown as Record<string, string>;
      const of = async (resource: string, field: string, filter = `id_order]=${orderId}`) => {
        const asked = `${resource}?display=[id,${field}]&sort=[id_ASC]&filter[${filter}`;
        const rows = (await list(asked))[resource] ?? [];
        return rows.map((row) => String((row as unknown as Record<string, unknown>)[field] ?? ""));
      };
      const payments = await of("order_payments", "amount", `order_reference]=${reference}`);
      return {
        states: await of("order_histories", "id_order_state"),
        numbers: await of("order_carriers", "tracking_number"),
        payments: payments.map(Number),
        paid: Number(paid),
      };
    },
    async paidWithoutInvoice() {
      const name = "Paid on the channel";
      const known = await list("order_states?display=[id,name]&language=1");
      const named = known["order_states"] as unknown as { id: number; name: string }[] | undefined;
      const found = named?.find((state) => state.name === name);
      if (found) return String(found.id);
      const marks = ["paid", "logable", "unremovable", "invoice", "shipped", "delivery"];
      const fields = marks.map((mark, at) => `<${mark}>${at < 2 ? 1 : 0}</${mark}>`).join("");
      const text = `<name><language id="1">${name}</language></name>`;
      const body = `<prestashop><order_state>${fields}${text}</order_state></prestashop>`;
      const asked = "order_states?output_format=JSON&language=1";
      const made = (await api("POST", asked, body)) as unknown as { order_state: { id: number } };
      return String(made.order_state.id);
    },
    async ship(orderId, trackingNumber) {
      const found = await list(`order_carriers?display=[id]&filter[id_order]=${orderId}`);
      const id = found["order_carriers"]?.[0]?.id;
      // Every version knows PUT; it empties what is left out.
      const parcel = await ask("GET", `order_carriers/${id}`);
      const tracked = parcel.replace(
        /<tracking_number>[\s\S]*?<\/tracking_number>/,
        `<tracking_number>${trackingNumber}</tracking_number>`,
      );
      await ask("PUT", `order_carriers/${id}`, tracked);
      await putInto("4", orderId);
    },
    refund: (orderId) => putInto("7", orderId),
  };
}
