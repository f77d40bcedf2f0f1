import type { ChannelSession } from "../platforms/channel";
import type { OrderBook } from "./order-book";
import { receive } from "./refresh-order";

/** A poll under way; kept after every page, so that a crash goes on where it stopped. */
export interface PollPage {
  from: number;
  cursor: string | null;
  /** Newest change seen so far (epoch ms). */
  newest: number;
  found: number;
  changed: number;
}

export interface PollOrdersDeps {
  book: OrderBook;
  channel(): Promise<Pick<ChannelSession, "pollOrders">>;
  readPage(): PollPage | undefined;
  writePage(page: PollPage | undefined): void;
  readWatermark(): number | undefined;
  writeWatermark(at: number): void;
  now(): number;
}

/** Twice the longest pause in the platform's early webhook retries; re-reading costs no write. */
const OVERLAP_MS = 60 * 60_000;
/** How far back the first poll of a connection looks. */
const FIRST_LOOK_MS = 30 * 24 * 60 * 60_000;
/** Pages of one run; the rest goes on in the next, so that orders found first are not kept waiting. */
const PAGES_PER_RUN = 20;

export interface PollReport {
  isComplete: boolean;
  found: number;
  changed: number;
}

/**
 * The net under the webhooks: every order changed since the watermark, less an overlap, goes through
 * the same use case as a webhook's order. The watermark moves only after the last page, by the
 * channel's own clock.
 */
export async function pollOrders(deps: PollOrdersDeps): Promise<PollReport> {
  const session = await deps.channel();
  let page = deps.readPage() ?? firstPage(deps);
  for (let count = 0; count < PAGES_PER_RUN; count += 1) {
    const readAt = deps.now();
    const { orders, unreadable = [], next } = await readPage(deps, session, page);
    const seen = page;
    page = deps.book.atomically(() => {
      const changed = orders.filter((order) => receive(deps.book, order, readAt)).length;
      // Looked at alone, such an order fails alone, and the failure is shown.
      for (const id of unreadable) deps.book.schedule("refresh-order", id, readAt);
      const newest = Math.max(seen.newest, ...orders.map((order) => order.updatedAt));
      const found = seen.found + orders.length + unreadable.length;
      const after = {
        ...seen,
        cursor: next ?? null,
        newest,
        found,
        changed: seen.changed + changed,
      };
      deps.writePage(next === undefined ? undefined : after);
      if (next === undefined) deps.writeWatermark(newest);
      return after;
    });
    if (page.cursor === null) return { isComplete: true, found: page.found, changed: page.changed };
  }
  return { isComplete: false, found: page.found, changed: page.changed };
}

function firstPage(deps: PollOrdersDeps): PollPage {
  const watermark = deps.readWatermark();
  const from = watermark === undefined ? deps.now() - FIRST_LOOK_MS : watermark - OVERLAP_MS;
  return { from, cursor: null, newest: watermark ?? from, found: 0, changed: 0 };
}

async function readPage(
  deps: PollOrdersDeps,
  session: Pick<ChannelSession, "pollOrders">,
  page: PollPage,
) {
  try {
    return await session.pollOrders(page.from, page.cursor ?? undefined);
  } catch (caught) {
    // A page token kept over a crash may have run out: the next try begins with the first page.
    if (page.cursor !== null) deps.writePage({ ...page, cursor: null });
    throw caught;
  }
}
