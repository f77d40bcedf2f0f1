/** Sends a person asked for: every offer of the products, whatever the channel is believed to show. */
import type { ResendResult } from "../sync/ledger-api";
import { sendsOf, USUAL_SENDS } from "../domain/stock/product-rule";
import { listingEntity } from "./entities";
import type { Notes } from "./notes";
import type { OfferStore } from "./offer-store";
import type { Outbox } from "./outbox";
import type { RuleStore } from "./rule-store";

const STEP = { stock: "push-stock", price: "push-price" } as const;
type Resendable = keyof typeof STEP;

interface ResentListing {
  productId: string;
  channelProductId: string;
}

interface Parts {
  offers: OfferStore;
  rules: RuleStore;
  outbox: Outbox;
  notes: Notes;
  now(): number;
}

export class Resends {
  readonly #parts: Parts;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  /** Schedules the sends for now; answers the listings concerned. */
  begin(productIds: readonly string[], what: Resendable): ResentListing[] {
    const { offers, outbox, now } = this.#parts;
    return productIds.flatMap((productId) => {
      if (this.#isWithheld(productId, what)) return [];
      const live = offers.listLiveOf(productId);
      const skuIds = live.map(({ channelSkuId }) => channelSkuId);
      offers.doubt(what === "stock" ? "quantity" : "price", skuIds, "sending");
      const listings = new Set(live.map((offer) => offer.channelProductId));
      return [...listings].map((channelProductId) => {
        outbox.runNow(STEP[what], listingEntity(channelProductId), now());
        return { productId, channelProductId };
      });
    });
  }

  /** How the sends that `begin` asked for ended. */
  read(
    productIds: readonly string[],
    what: Resendable,
    resent: readonly ResentListing[],
  ): ResendResult[] {
    return productIds.map((productId) => {
      const own = resent.filter((listing) => listing.productId === productId);
      if (own.length === 0)
        return { productId, state: this.#isWithheld(productId, what) ? "withheld" : "unlisted" };
      const open = own.flatMap(
        ({ channelProductId }) =>
          this.#parts.outbox.find(STEP[what], listingEntity(channelProductId)) ?? [],
      );
      const worst = open.find(({ isParked }) => isParked) ?? open[0];
      if (!worst) return { productId, state: "sent" };
      const state = worst.isParked ? "refused" : "waiting";
      return { productId, state, ...(worst.reason ? { code: worst.reason } : {}) };
    });
  }

  #isWithheld(productId: string, what: Resendable): boolean {
    const { rules, notes } = this.#parts;
    return !sendsOf(rules.read(productId), notes.read("sends") ?? USUAL_SENDS)[what];
  }
}
