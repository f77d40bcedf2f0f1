import type { PullWindow } from "../../../src/domain/catalogue/pull-window";
import type { SourceProduct } from "../../../src/domain/catalogue/source-product";
import type { SourceStore, Transport } from "../../../src/domain/connections/source-store";
import type { PlatformDeps } from "../../../src/platforms/deps";
import type { SourceSession } from "../../../src/platforms/source";

export type Fetch = PlatformDeps["fetch"];

export interface SourceHarness {
  /** How stock and orders have to go into this store. */
  transport: Transport;
  /** Whether the store has bundles, which take a request of their own the first time. */
  hasPacks(): Promise<boolean>;
  /** A session of its own; `through` may watch or break its requests. */
  open(through?: (inner: Fetch) => Fetch, known?: SourceStore): SourceSession;
  openWithWrongKey(): SourceSession;
  /** As after the module of the store vanished; only where there is one. */
  openWithoutModule?(): SourceSession;
  /** Lets time pass for the sessions. */
  wait(ms: number): void;
  /** What the merchant does in the back office. */
  ship(orderId: string, trackingNumber: string): Promise<void>;
  /** Puts an order into a state that says nothing of where its goods are: its money went back. */
  refund(orderId: string): Promise<void>;
  /** Refunds so much of an order's goods, tax included: "12.50". */
  giveBack(orderId: string, amount: string): Promise<void>;
  /** Halves the price of a product until the answer is called. */
  discount(productId: string): Promise<() => Promise<void>>;
  /** Where an order goes as the store has it, and how many addresses its buyer has there. */
  deliveryOf(orderId: string): Promise<Delivery>;
  /** What the store has written down about an order, oldest first. */
  bookkeepingOf(orderId: string): Promise<Bookkeeping>;
  /** A state that counts as paid and, by the merchant's choice, makes no invoice. */
  paidWithoutInvoice(): Promise<string>;
  /** How many orders the store holds in all. */
  countOrders(): Promise<number>;
  now(): number;
  /** Unique over all runs against the same store. */
  newChannelOrderId(): string;
}

/** Where the parcel of an order goes, and how many addresses its buyer has. */
export interface Delivery {
  street: string;
  more: string;
  city: string;
  postcode: string;
  name: string;
  phone: string;
  other: string;
  addresses: number;
}

/** Ids of the states that an order went through, the numbers of its parcels, its payments as "12.50" in all. */
export interface Bookkeeping {
  states: readonly string[];
  numbers: readonly string[];
  payments: readonly number[];
  paid: number;
}

/** Every product, page by page. */
export async function pullAll(
  session: SourceSession,
  pageSize: number,
  window: PullWindow = {},
): Promise<SourceProduct[]> {
  const all: SourceProduct[] = [];
  let cursor: string | undefined;
  do {
    const page = await session.pullPage(window, pageSize, cursor);
    all.push(...page.products);
    cursor = page.next;
  } while (cursor !== undefined);
  return all;
}
