// The JSON control API of a world: faults, time, webhooks, orders, audits. It is for tests and for
// the seed script; the Worker lets only loopback callers reach it.
import { clearCalls, listCalls, type Call } from "./calls";
import type { Fault } from "./faults";
import type { Settings } from "./tiktok-shop/context";
import { breakStore, type Breakage } from "./prestashop/break-store";
import { record, text, type Fields } from "./tiktok-shop/fields";
import { ORDER_STATUSES, type OrderStatus } from "./tiktok-shop/orders/order";
import { ControlError } from "./control-error";
import type { NewOrder } from "./tiktok-shop/orders/place";
import { listSkus, listProducts } from "./tiktok-shop/pages/state";
import type { NewProduct } from "./tiktok-shop/products/add";
import type { ProductStatus } from "./tiktok-shop/products/product";
import type { Switches } from "./tiktok-shop/switches";
import type { WebhookMode } from "./tiktok-shop/webhooks/outbox";
import type { World, WorldSeed } from "./world";

interface ControlCall {
  world: World;
  url: URL;
  body: unknown;
  fields: Fields;
  id: string;
}

interface ControlRoute {
  method: string;
  path: RegExp;
  answer(call: ControlCall): unknown;
}

const MODES: readonly WebhookMode[] = ["normal", "drop", "duplicate", "delay", "reorder", "paused"];

function statusOf(fields: Fields): OrderStatus {
  const found = ORDER_STATUSES.find((status) => status === fields["status"]);
  if (!found) throw new ControlError(`status must be one of ${ORDER_STATUSES.join(", ")}.`);
  return found;
}

function plantFaults({ world, body }: ControlCall): unknown {
  const faults = (Array.isArray(body) ? body : [body]) as Omit<Fault, "id">[];
  const ids = faults.map((fault) => {
    const number = (world.storage.get<number>("world", "faults") ?? 0) + 1;
    world.storage.put("world", "faults", number);
    const id = `fault-${number}`;
    world.storage.put("fault", id, { ...fault, id, times: fault.times ?? 1 });
    return id;
  });
  return { ids };
}

function dropFaults({ world }: ControlCall): unknown {
  for (const { id } of world.storage.list<Fault>("fault")) world.storage.delete("fault", id);
  return {};
}

function setMode({ world, fields }: ControlCall): unknown {
  const mode = MODES.find((known) => known === fields["mode"]);
  if (!mode) throw new ControlError(`mode must be one of ${MODES.join(", ")}.`);
  world.tiktok.setWebhookMode(mode);
  return { mode };
}

function review({ world, fields, id }: ControlCall): unknown {
  const passed = ["APPROVED", "approve", "PASS"].includes(text(fields["result"]));
  const reasons = Array.isArray(fields["reasons"]) ? fields["reasons"].map(String) : [];
  world.tiktok.reviewProduct(id, passed ? "APPROVED" : "FAILED", reasons);
  return {};
}

function configure({ world, fields }: ControlCall): unknown {
  const { switches, scopes, ...settings } = fields;
  world.tiktok.configure(settings as Partial<Settings>);
  if (switches) world.tiktok.setSwitches(record(switches) as Partial<Switches>);
  if (Array.isArray(scopes)) world.tiktok.setScopes(scopes.map(String));
  return {};
}

function state({ world }: ControlCall): unknown {
  return {
    now: world.clock.now(),
    shops: world.tiktok.shops(),
    warehouses: world.tiktok.shops().flatMap(({ id }) => world.tiktok.warehouses(id)),
    products: listProducts(world.storage),
    skus: listSkus(world.storage),
    orders: world.storage.list<{ id: string }>("tts:order").map(({ id }) => world.tiktok.order(id)),
    deliveries: world.tiktok.deliveries(),
    faults: world.storage.list<Fault>("fault"),
    prestashop17: { products: world.prestashop17.products(), orders: world.prestashop17.orders() },
    prestashop8: { products: world.prestashop8.products(), orders: world.prestashop8.orders() },
    prestashop9: { products: world.prestashop9.products(), orders: world.prestashop9.orders() },
  };
}

function breakPrestaShop({ world, fields, id }: ControlCall): unknown {
  const { prestashop17, prestashop8, prestashop9 } = world;
  const store = { 17: prestashop17, 8: prestashop8, 9: prestashop9 }[id];
  if (!store) throw new ControlError("The PrestaShops are 17, 8 and 9.");
  breakStore(store, fields as Breakage);
  return {};
}

function advanceClock({ world, fields }: ControlCall): unknown {
  world.clock.advance(Number(fields["advanceMs"] ?? 0));
  return { now: world.clock.now() };
}

const on = (method: string, path: string, answer: ControlRoute["answer"]): ControlRoute => ({
  method,
  path: new RegExp(`^/control${path.replace("{id}", "(?<id>[^/]+)")}$`),
  answer,
});

const ROUTES: readonly ControlRoute[] = [
  on("POST", "/faults", plantFaults),
  on("DELETE", "/faults", dropFaults),
  on("POST", "/clock", advanceClock),
  on("POST", "/reset", ({ world, fields }) => {
    world.reset(record(fields["seed"]) as WorldSeed);
    return { shops: world.tiktok.shops() };
  }),
  on("POST", "/webhooks", setMode),
  on("POST", "/configure", configure),
  on("POST", "/orders", ({ world, fields }) => ({
    orderId: world.tiktok.placeOrder(fields as unknown as NewOrder),
  })),
  on("POST", "/orders/{id}/advance", ({ world, fields, id }) =>
    world.tiktok.advanceOrder(id, statusOf(fields)),
  ),
  on("POST", "/orders/{id}/buyer-cancel", ({ world, id }) => ({
    cancelId: world.tiktok.buyerCancels(id) ?? null,
  })),
  on("POST", "/orders/{id}/status", ({ world, fields, id }) =>
    world.tiktok.showStatus(id, fields["shown"] === null ? null : text(fields["shown"])),
  ),
  on("POST", "/cancellations/{id}", ({ world, fields, id }) => {
    const { answer } = fields;
    if (answer !== "approve" && answer !== "reject")
      throw new ControlError("answer must be approve or reject.");
    world.tiktok.sellerAnswers(id, answer);
  }),
  on("POST", "/orders/{id}/return", ({ world, id }) => ({
    returnId: world.tiktok.buyerReturns(id) ?? null,
  })),
  on("POST", "/orders/{id}/address", ({ world, fields, id }) =>
    world.tiktok.buyerMoves(id, fields),
  ),
  on("POST", "/products", ({ world, fields }) =>
    world.tiktok.addProduct(fields as unknown as NewProduct),
  ),
  on("POST", "/products/{id}/review", review),
  on("POST", "/products/{id}/status", ({ world, fields, id }) =>
    world.tiktok.setProductStatus(id, text(fields["status"]) as ProductStatus),
  ),
  on("POST", "/products/{id}/deactivate", ({ world, id }) => world.tiktok.sellerDeactivates(id)),
  on("POST", "/skus/{id}", ({ world, fields, id }) => world.tiktok.sellerEdits(id, fields)),
  on("POST", "/skus/{id}/lock", ({ world, fields, id }) =>
    world.tiktok.lockSku(id, fields["locked"] !== false),
  ),
  on("POST", "/shops/{id}/revoke", ({ world, id }) => world.tiktok.sellerRevokes(id)),
  on("POST", "/shops/{id}/grant", ({ world, fields, id }) => world.tiktok.setGrant(id, fields)),
  on("POST", "/warehouses/{id}", ({ world, fields, id }) => world.tiktok.setWarehouse(id, fields)),
  on("POST", "/shops/{id}", ({ world, fields, id }) => world.tiktok.setShop(id, fields)),
  on("POST", "/prestashop/{id}", breakPrestaShop),
  on("GET", "/calls", ({ world, url }) => ({
    calls: listCalls(world.storage, (url.searchParams.get("side") ?? undefined) as Call["side"]),
  })),
  on("DELETE", "/calls", ({ world }) => clearCalls(world.storage)),
  on("GET", "/state", state),
];

/** Answers the control API; a refused request is 422 with the reason. */
export async function answerControl(world: World, request: Request): Promise<Response> {
  const url = new URL(request.url);
  const found = ROUTES.map((route) => ({ route, match: route.path.exec(url.pathname) })).find(
    ({ route, match }) => match && route.method === request.method,
  );
  if (!found?.match) return Response.json({ error: "There is no such control." }, { status: 404 });
  try {
    const raw = await request.text();
    const body: unknown = raw === "" ? {} : JSON.parse(raw);
    const id = found.match.groups?.["id"] ?? "";
    const answer = found.route.answer({ world, url, body, fields: record(body), id });
    await world.tick();
    return Response.json(answer ?? {});
  } catch (error) {
    if (error instanceof ControlError || error instanceof SyntaxError)
      return Response.json({ error: error.message }, { status: 422 });
    throw error;
  }
}
