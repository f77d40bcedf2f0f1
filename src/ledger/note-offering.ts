import type { VariantLink } from "../domain/orders/order-draft";
import { sweepEntity } from "./entities";
import type { Outbox } from "./outbox";
import type { PublishedStock } from "./published-stock";
import type { StockStore } from "./stock-store";
import type { Offering, WithdrawnStore } from "./withdrawn-store";

interface Parts {
  stock: StockStore;
  published: PublishedStock;
  withdrawn: WithdrawnStore;
  outbox: Outbox;
  now(): number;
}

/**
 * Stores whether the store sells a variant, with an entry of its history where that is news; orders
 * that were held for a deleted one go on when it is back. False: the read may be older than what is
 * known, so it is not believed. `observedAt`: when the store was asked, epoch ms.
 */
export function noteOffering(
  { stock, published, withdrawn, outbox, now }: Parts,
  key: VariantLink,
  offering: Offering,
  observedAt: number,
): boolean {
  const before = withdrawn.read(key);
  if (before === offering) return true;
  if (!stock.isYoungest(key, observedAt)) return false;
  withdrawn.write(key, offering, observedAt);
  stock.addEntry(offering === "gone" ? "deleted" : offering, "", published.view(key), now());
  if (before === "gone") outbox.schedule("release-orders", sweepEntity("release-orders"), now());
  return true;
}
