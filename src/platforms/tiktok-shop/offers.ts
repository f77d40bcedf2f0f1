/** Stock and prices read back in bulk, a bounded number of requests a call. It writes nothing. */
import * as z from "zod";
import { parseMinor } from "../../domain/money";
import { SyncError } from "../../domain/errors/sync-error";
import { chunks } from "../../lib/chunks";
import type { ListingOffers, OfferReading, OffersPage } from "../channel-content";
import { toListingStatus } from "./listings";
import { request, type Session } from "./request";
import { looseList, looseText, readableList } from "./shapes";

const MAX_IDS_PER_READ = 100;
const PAGE_SIZE = 100;
/** The platform pages through no more rows of one search (12052180). */
const MAX_ROWS = 10_000;
/** In seconds, before the first shop of the platform and, as no clock is trusted, far ahead. */
const ALL_TIME: [number, number] = [1_577_836_800, 4_102_444_800];

/** One request for 100 ids; at most two for a page of the walk. */
export async function readOffers(
  session: Session,
  asked: readonly string[] | { cursor?: string },
): Promise<OffersPage> {
  if (!isIdList(asked)) return readPage(session, asked.cursor);
  const listings: ListingOffers[] = [];
  for (const ids of chunks(asked, MAX_IDS_PER_READ))
    listings.push(...(await readStock(session, ids)));
  return { listings };
}

const isIdList = (asked: readonly string[] | { cursor?: string }): asked is readonly string[] =>
  Array.isArray(asked);

const whole = z
  .number()
  .nullish()
  .transform((number) => number ?? 0);

const StockAnswer = z.object({
  inventory: readableList(
    z.object({
      product_id: z.string().min(1),
      skus: looseList(
        z.object({
          id: z.string().min(1),
          seller_sku: looseText,
          warehouse_inventory: looseList(
            z.object({
              warehouse_id: looseText,
              available_quantity: whole,
              committed_quantity: whole,
            }),
          ),
        }),
      ),
    }),
  ),
});

async function readStock(session: Session, ids: readonly string[]): Promise<ListingOffers[]> {
  const answer = await request(
    session,
    {
      method: "POST",
      path: "/product/202309/inventory/search",
      body: { product_ids: ids },
      replaySafe: true,
    },
    StockAnswer,
  );
  return answer.inventory.map(({ product_id, skus }) => ({
    channelProductId: product_id,
    skus: skus.map((sku) => ({
      channelSkuId: sku.id,
      sellerSku: sku.seller_sku,
      stock: sku.warehouse_inventory.map((row) => ({
        warehouseId: row.warehouse_id,
        available: row.available_quantity,
        committed: row.committed_quantity,
      })),
    })),
  }));
}

const SearchAnswer = z.object({
  products: readableList(
    z.object({
      id: z.string().min(1),
      title: looseText,
      status: looseText,
      skus: looseList(
        z.object({
          id: z.string().min(1),
          seller_sku: looseText,
          price: z.object({ currency: looseText, sale_price: looseText }).nullish(),
        }),
      ),
    }),
  ),
  total_count: whole,
  next_page_token: looseText,
});

/** What is left of a walk: spans of creation times in seconds, and the next page of the first. */
const Walk = z.object({
  spans: z.array(z.tuple([z.number(), z.number()])).min(1),
  token: z.string(),
});
type Walk = z.infer<typeof Walk>;

/**
 * One page, by creation time: that never changes, so no listing is missed when others change
 * meanwhile. A span with more rows than the platform pages through is cut in two first, and the page
 * is then empty. A listing may be met twice when new ones are created during the walk.
 */
async function readPage(session: Session, cursor: string | undefined): Promise<OffersPage> {
  const walk = readCursor(cursor);
  const [span, ...later] = walk.spans;
  if (!span) return { listings: [] };
  const page = await searchSpan(session, span, walk.token);
  const [from, to] = span;
  if (!walk.token && page.total_count > MAX_ROWS && from < to) {
    const middle = Math.floor((from + to) / 2);
    return { listings: [], ...nextOf({ spans: [[from, middle], [middle + 1, to], ...later] }) };
  }
  const next = page.next_page_token
    ? nextOf({ spans: walk.spans, token: page.next_page_token })
    : nextOf({ spans: later });
  const rows = page.products.filter(({ status }) => status !== "DELETED");
  if (rows.length === 0) return { listings: [], ...next };
  const stock = await readStock(
    session,
    rows.map(({ id }) => id),
  );
  return { listings: joinPrices(rows, stock), ...next };
}

function searchSpan(session: Session, [from, to]: readonly [number, number], token: string) {
  return request(
    session,
    {
      method: "POST",
      path: "/product/202502/products/search",
      query: { page_size: String(PAGE_SIZE), ...(token ? { page_token: token } : {}) },
      body: { status: "ALL", create_time_ge: from, create_time_le: to },
      replaySafe: true,
    },
    SearchAnswer,
  );
}

function readCursor(cursor: string | undefined): Walk {
  if (cursor === undefined) return { spans: [ALL_TIME], token: "" };
  try {
    return Walk.parse(JSON.parse(cursor));
  } catch (cause) {
    throw new SyncError("defect", "tiktok.invalid_parameter", { where: "cursor" }, { cause });
  }
}

function nextOf({ spans, token = "" }: { spans: Walk["spans"]; token?: string }): {
  next?: string;
} {
  return spans.length > 0 ? { next: JSON.stringify({ spans, token } satisfies Walk) } : {};
}

function joinPrices(
  rows: z.infer<typeof SearchAnswer>["products"],
  stock: readonly ListingOffers[],
): ListingOffers[] {
  const byListing = new Map(stock.map((row) => [row.channelProductId, row.skus]));
  return rows.map(({ id, title, status, skus }) => {
    const read = new Map(byListing.get(id)?.map((sku) => [sku.channelSkuId, sku]));
    return {
      channelProductId: id,
      title,
      status: toListingStatus(status),
      skus: skus.map((sku): OfferReading => {
        const { sale_price: shown = "", currency = "" } = sku.price ?? {};
        return {
          channelSkuId: sku.id,
          sellerSku: sku.seller_sku,
          ...(shown ? { price: { minor: parseMinor(shown, currency), currency } } : {}),
          stock: read.get(sku.id)?.stock ?? [],
        };
      }),
    };
  });
}
