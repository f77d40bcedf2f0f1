// Weft's module inside the store. It implements docs/module.md and docs/events.md and shares no code
// with the product or the real module.
import type { Answer } from "../api/answer";
import { wallTime, type Store } from "../store";
import type { ReadCall, With } from "./bodies";
import { changes } from "./calls/changes";
import { health } from "./calls/health";
import { cartTotals, order } from "./calls/order";
import { prices } from "./calls/prices";
import { repair } from "./calls/repair";
import { changeStock, stock } from "./calls/stock";
import { answerModuleRequest, type ModuleRequest } from "./handler";
import { createOutbox, waitingEvents, type Deliver, type Outbox } from "./outbox";
import { handOver, pair, replaceKey, type PairingResult } from "./pairing";
import { Refusal } from "./refusal";
import {
  expectTable,
  install,
  installation,
  ownKeys,
  knows03,
  moduleSettings,
  putModuleSettings,
  endPairing,
  rotateSecret,
  uninstall,
  type ModuleSettings,
  type ModuleTable,
} from "./state";

export interface StoreModule extends Outbox {
  /** Installs the module, unpaired; `version` simulates an older one. */
  install(version?: string): void;
  uninstall(): void;
  isInstalled(): boolean;
  /** Saves an address and a secret, as the Configure page does. */
  configure(settings: ModuleSettings): void;
  settings(): ModuleSettings | undefined;
  /** Pairs with Weft by a pasted address with `?pair=`. */
  pair(address: string): Promise<PairingResult>;
  /** Makes the webservice key and sends it to Weft. */
  handOver(): Promise<PairingResult>;
  replaceKey(): Promise<PairingResult>;
  /** After a write by the module's own key: suppresses the events that repeat its answer. */
  suppressOwnWrite(key: string | undefined, resource: string): void;
  /** Answers a request to the module's address; undefined when no module is installed. */
  answer(request: ModuleRequest): Promise<Answer> | undefined;
}

async function flush(store: Store, outbox: Outbox) {
  const sent = await outbox.flush();
  return { sent, waiting: waitingEvents(store).length };
}

const SHORTEST_SECRET = 32;

function rotate(store: Store, { secret }: With<"rotate">, signedBy: string): { done: true } {
  if (secret.length < SHORTEST_SECRET || /\s/.test(secret))
    throw new Refusal("secret_weak", { shortest: SHORTEST_SECRET });
  const current = moduleSettings(store)?.secret;
  if (secret !== current && signedBy !== current) throw new Refusal("secret_replaced", {});
  rotateSecret(store, secret, wallTime(store));
  return { done: true };
}

function end(store: Store, signedBy: string) {
  if (signedBy !== moduleSettings(store)?.secret) throw new Refusal("secret_replaced", {});
  endPairing(store);
  return { done: true };
}

/** Suppresses the events that would repeat the answer to a call. */
function suppressOwn(outbox: Outbox, { name, with: asked }: ReadCall): void {
  if (name === "order") {
    const { lines } = asked as With<"order">;
    outbox.suppress("order.state_changed");
    outbox.suppress(
      "stock.changed",
      lines.map((it) => it.product),
    );
  }
  if (name !== "stock-change") return;
  const { changes } = asked as With<"stock-change">;
  outbox.suppress(
    "stock.changed",
    changes.map((it) => it.product),
  );
}

/** Calls that older modules do not know. */
const SINCE_03 = new Set(["prices", "changes", "end"]);

/** The table that a call needs. */
const TABLE_OF: Readonly<Record<string, ModuleTable>> = {
  "test-event": "outbox",
  flush: "outbox",
  stock: "stock",
  changes: "product",
  "stock-change": "change",
  order: "order",
};

function perform(
  store: Store,
  outbox: Outbox,
  { name, with: asked }: ReadCall,
  signedBy: string,
): unknown {
  if (SINCE_03.has(name) && !knows03(store)) throw new Refusal("call_unknown", { call: name });
  const table = TABLE_OF[name];
  if (table) expectTable(store, table);
  if (name === "health") return health(store, asked as With<"health">);
  if (name === "test-event") return outbox.ping();
  if (name === "flush") return flush(store, outbox);
  if (name === "repair") return repair(store, asked as With<"repair">);
  if (name === "rotate") return rotate(store, asked as With<"rotate">, signedBy);
  if (name === "end") return end(store, signedBy);
  if (name === "stock") return stock(store, asked as With<"stock">);
  if (name === "prices") return prices(store, asked as With<"prices">);
  if (name === "changes") return changes(store, asked as With<"changes">);
  if (name === "stock-change") return changeStock(store, asked as With<"stock-change">);
  if (name === "order") return order(store, asked as With<"order">);
  if (name === "cart-total") return cartTotals(store, asked as With<"cart-total">);
  throw new Refusal("call_unknown", { call: name });
}

export function createModule(store: Store, deliver: Deliver): StoreModule {
  const outbox = createOutbox(store, deliver);
  /** Runs a call; when it is rolled back, its hooks are dropped as well. */
  const run = (call: ReadCall, signedBy: string) => {
    outbox.release();
    try {
      const result = perform(store, outbox, call, signedBy);
      if (call.name === "cart-total") outbox.forget();
      suppressOwn(outbox, call);
      outbox.release();
      return result;
    } catch (error) {
      outbox.forget();
      throw error;
    }
  };
  return {
    ...outbox,
    install: (version) => void install(store, version),
    uninstall: () => {
      outbox.forget();
      uninstall(store);
    },
    isInstalled: () => installation(store) !== undefined,
    configure: (settings) => {
      install(store);
      putModuleSettings(store, settings);
    },
    settings: () => moduleSettings(store),
    pair: (address) => pair(store, deliver, address),
    handOver: () => handOver(store, deliver),
    replaceKey: () => replaceKey(store, deliver),
    suppressOwnWrite: (key, resource) => {
      if (key === undefined || !ownKeys(store).includes(key)) return;
      if (resource === "orders" || resource === "order_histories")
        outbox.suppress("order.state_changed");
      if (resource === "order_carriers") outbox.suppress("order.tracking_changed");
    },
    answer: (request) =>
      installation(store) ? answerModuleRequest(store, request, run) : undefined,
  };
}
