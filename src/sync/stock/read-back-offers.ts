/**
 * Reads back what the channel shows, one page of its listings a time, and corrects what differs: a
 * seller's edit, a return, whatever no event told.
 */
import {
  compareOffers,
  type Correction,
  type OfferBelief,
  type QuantityDrift,
  type ShownNumbers,
} from "../../domain/stock/offer-drift";
import type { ChannelSession } from "../../platforms/channel";
import type { ListingOffers } from "../../platforms/channel-content";

/** A reading of all listings that is under way. */
export interface OfferReadBack {
  next?: string;
  /** Differences found by the reading before, which are looked for again. */
  seen: QuantityDrift;
  /** Differences of this one. */
  found: QuantityDrift;
}

export interface ReadBackDeps {
  channel(): Promise<Pick<ChannelSession, "readOffers">>;
  warehouseId(): Promise<string>;
  currency(): Promise<string>;
  readState(): OfferReadBack | undefined;
  writeState(state: OfferReadBack): void;
  /** Offers of a listing that is on sale, as far as is known. */
  listOnSale(channelProductId: string): readonly OfferBelief[];
  /** The number is another one: the wanted one is sent again. */
  correct(correction: Correction): void;
}

/** Differences kept for the next reading; a shop with more has another trouble. */
const MOST_DRIFT = 1_000;

/** At most two requests. Answers whether that was the last page, and what differed. */
export async function readBackOffers(
  deps: ReadBackDeps,
): Promise<{ isLast: boolean; corrected: number; isDrifting: boolean }> {
  const state = deps.readState() ?? { seen: {}, found: {} };
  const channel = await deps.channel();
  const [warehouseId, currency] = [await deps.warehouseId(), await deps.currency()];
  const asked = state.next === undefined ? {} : { cursor: state.next };
  const page = await channel.readOffers(asked);
  const found = { ...state.found };
  let corrected = 0;
  for (const listing of page.listings) {
    if (listing.status !== "live") continue;
    const offers = deps.listOnSale(listing.channelProductId);
    const shown = shownNumbers(listing, warehouseId, currency);
    const { corrections, drift } = compareOffers(offers, shown, state.seen);
    for (const correction of corrections) deps.correct(correction);
    corrected += corrections.length;
    if (Object.keys(found).length < MOST_DRIFT) Object.assign(found, drift);
  }
  const isLast = page.next === undefined;
  if (page.next === undefined) deps.writeState({ seen: found, found: {} });
  else deps.writeState({ seen: state.seen, found, next: page.next });
  return { isLast, corrected, isDrifting: isLast && Object.keys(found).length > 0 };
}

function shownNumbers(
  { skus }: ListingOffers,
  warehouseId: string,
  currency: string,
): ReadonlyMap<string, ShownNumbers> {
  return new Map(
    skus.map(({ channelSkuId, price, stock }) => {
      const row = stock.find((one) => one.warehouseId === warehouseId);
      const shown: ShownNumbers = {
        ...(row ? { quantity: row.available } : {}),
        ...(price?.currency === currency ? { priceMinor: price.minor } : {}),
      };
      return [channelSkuId, shown];
    }),
  );
}
