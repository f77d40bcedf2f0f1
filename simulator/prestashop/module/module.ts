// Weft's module inside the shop, from its own code: it is written to docs/module.md and
// docs/events.md and to nothing of the product or of the real module.
import type { Answer } from "../api/answer";
import { paymentModules, setPaymentModules } from "../orders/payment-modules";
import { wallTime, type Shop } from "../shop";
import type { ReadCall, With } from "./bodies";
import { health } from "./calls/health";
import { cartTotals, order } from "./calls/order";
import { repair } from "./calls/repair";
import { changeStock, stock } from "./calls/stock";
import { answerKnock, type Knock } from "./door";
import { createOutbox, waitingEvents, type Deliver, type Outbox } from "./outbox";
import {
  install,
  installation,
  moduleSettings,
  putModuleSettings,
  rotateSecret,
  uninstall,
  type ModuleSettings,
} from "./state";

export interface ShopModule extends Outbox {
  /** Puts the module into the shop, unpaired; `version` plays an older one. */
  install(version?: string): void;
  uninstall(): void;
  isInstalled(): boolean;
  /** Pairs by hand: the address and the secret pasted on the Configure page. */
  configure(settings: ModuleSettings): void;
  settings(): ModuleSettings | undefined;
  /** Answers a request to the module's address; undefined when no module is installed. */
  answer(knock: Knock): Promise<Answer> | undefined;
}

const NAME = "weft";

async function flush(shop: Shop, outbox: Outbox) {
  const sent = await outbox.flush();
  return { sent, waiting: waitingEvents(shop).length };
}

function rotate(shop: Shop, { secret }: With<"rotate">): { done: true } {
  rotateSecret(shop, secret, wallTime(shop));
  return { done: true };
}

function perform(shop: Shop, outbox: Outbox, { name, with: asked }: ReadCall): unknown {
  if (name === "health") return health(shop);
  if (name === "test-event") return outbox.ping();
  if (name === "flush") return flush(shop, outbox);
  if (name === "repair") return repair(shop, asked as With<"repair">);
  if (name === "rotate") return rotate(shop, asked as With<"rotate">);
  if (name === "stock") return stock(shop, asked as With<"stock">);
  if (name === "stock-change") return changeStock(shop, asked as With<"stock-change">);
  if (name === "order") return order(shop, asked as With<"order">);
  return cartTotals(shop, asked as With<"cart-total">);
}

export function createModule(shop: Shop, deliver: Deliver): ShopModule {
  const outbox = createOutbox(shop, deliver);
  const putIn = (version?: string) => {
    install(shop, version);
    const names = paymentModules(shop).filter((it) => it !== NAME);
    setPaymentModules(shop, [...names, NAME]);
  };
  /** Does a call; hooks that fired for something taken back are forgotten with it. */
  const run = (call: ReadCall) => {
    outbox.release();
    try {
      const result = perform(shop, outbox, call);
      if (call.name === "cart-total") outbox.forget();
      outbox.release();
      return result;
    } catch (error) {
      outbox.forget();
      throw error;
    }
  };
  return {
    ...outbox,
    install: putIn,
    uninstall: () => {
      outbox.forget();
      uninstall(shop);
      setPaymentModules(
        shop,
        paymentModules(shop).filter((it) => it !== NAME),
      );
    },
    isInstalled: () => installation(shop) !== undefined,
    configure: (settings) => {
      putIn();
      putModuleSettings(shop, settings);
    },
    settings: () => moduleSettings(shop),
    answer: (knock) => (installation(shop) ? answerKnock(shop, knock, run) : undefined),
  };
}
