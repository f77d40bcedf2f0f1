import type { ChannelSession, OrderPage } from "../../platforms/channel";
import type { OrderRepository } from "./order-repository";
import { receive } from "./refresh-order";

/** A poll under way; stored after every page, so that a crash resumes there. */
export interface PollPage {
  from: number;
  /** Only while a whole page shares one moment; null: by `from` alone. */
  cursor: string | null;
  /** Orders of the pages before that will be seen again. */
  edge: readonly string[];
  /** Newest change seen so far (epoch ms). */
  newest: number;
  found: number;
  changed: number;
}

export interface PollOrdersDeps {
  orders: OrderRepository;
  channel(): Promise<Pick<ChannelSession, "pollOrders">>;
  /** When the connection was made, epoch ms. */
  connectedAt(): Promise<number>;
  readPage(): PollPage | undefined;
  writePage(page: PollPage | undefined): void;
  readWatermark(): number | undefined;
  writeWatermark(at: number): void;
  now(): number;
}

/** Twice the longest pause in the platform's early webhook retries; re-reading costs no write. */
const OVERLAP_MS = 60 * 60_000;
/** How far back the first poll of a connection reaches. */
const FIRST_POLL_MS = 30 * 24 * 60 * 60_000;
/**
 * Pages of one run; the next run reads on, so that the orders found first do not wait for the last.
 */
const PAGES_PER_RUN = 20;

export interface PollReport {
  isComplete: boolean;
  found: number;
  changed: number;
}

/**
 * The net under the webhooks: every order changed since the watermark, less an overlap, goes
 * through the same use case as a webhook's order. The watermark moves only after the last page, by
 * the channel's own clock. A page begins at the last change of the page before, not at the
 * channel's page token: an order that changes meanwhile moves to the end of the list, the orders
 * behind it move up, and a token that counts would skip one.
 */
export async function pollOrders(deps: PollOrdersDeps): Promise<PollReport> {
  const session = await deps.channel();
  const connectedAt = await deps.connectedAt();
  let page = deps.readPage() ?? firstPage(deps);
  for (let count = 0; count < PAGES_PER_RUN; count += 1) {
    const readAt = deps.now();
    const answer = await readPage(deps, session, page);
    const seen = page;
    page = deps.orders.atomically(() => {
      const after = storePage(deps, seen, answer, { readAt, connectedAt });
      deps.writePage(answer.next === undefined ? undefined : after);
      if (answer.next === undefined) deps.writeWatermark(after.newest);
      return after;
    });
    const { found, changed } = page;
    if (answer.next === undefined) return { isComplete: true, found, changed };
  }
  return { isComplete: false, found: page.found, changed: page.changed };
}

/** Stores the orders of a page and answers where the next one begins. */
function storePage(
  { orders }: PollOrdersDeps,
  seen: PollPage,
  { orders: read, unreadable = [], next }: OrderPage,
  { readAt, connectedAt }: { readAt: number; connectedAt: number },
): PollPage {
  const fresh = [...read.map(({ id }) => id), ...unreadable].filter(
    (id) => !seen.edge.includes(id),
  );
  const changed = read.filter((order) => receive(orders, order, readAt, connectedAt)).length;
  // Read again alone, such an order fails alone, and its failure is shown.
  for (const id of unreadable) orders.schedule("refresh-order", id, readAt);
  const reached = Math.max(seen.from, ...read.map((order) => order.updatedAt));
  const isOn = reached > seen.from;
  const atEdge = read.filter(({ updatedAt }) => updatedAt === reached).map(({ id }) => id);
  return {
    from: reached,
    cursor: isOn ? null : (next ?? null),
    edge: [...(isOn ? [] : seen.edge), ...atEdge, ...unreadable],
    newest: Math.max(seen.newest, reached),
    found: seen.found + fresh.length,
    changed: seen.changed + changed,
  };
}

function firstPage(deps: PollOrdersDeps): PollPage {
  const watermark = deps.readWatermark();
  const from = watermark === undefined ? deps.now() - FIRST_POLL_MS : watermark - OVERLAP_MS;
  return { from, cursor: null, edge: [], newest: watermark ?? from, found: 0, changed: 0 };
}

async function readPage(
  deps: PollOrdersDeps,
  session: Pick<ChannelSession, "pollOrders">,
  page: PollPage,
) {
  try {
    return await session.pollOrders(page.from, page.cursor ?? undefined);
  } catch (caught) {
    // A page token stored before a crash may have expired: the next try begins with the first page.
    if (page.cursor !== null) deps.writePage({ ...page, cursor: null });
    throw caught;
  }
}
