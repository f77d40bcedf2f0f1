/**
 * The step from "payment error" to the state of a paid order, in which PrestaShop takes the units. It writes them
 * before the state, so that a request which ends in between takes them again with the next try.
 */
import { variantKey } from "../../../domain/catalogue/source-product";
import type { StockLevel } from "../../../domain/catalogue/source-product";
import type { DraftLine, OrderDraft } from "../../../domain/orders/order-draft";
import type { RecountedLine } from "../../../domain/orders/order-figures";
import type { StoreClient } from "../request";
import { enterState } from "./enter-state";
import type { Steps } from "./import-checkpoint";
import type { OrderRow } from "./order-row";

export type ReadStock = (productIds: readonly string[]) => Promise<readonly StockLevel[]>;

interface UnitsTask {
  client: StoreClient;
  draft: OrderDraft;
  steps: Steps;
  readStock: ReadStock;
}

/** What is remembered: the store's counts before the first try, or the lines in doubt. */
const BEFORE = "stockBefore";
const DOUBTFUL = "recount";

/**
 * Puts an order into its state and resolves with it as it is then. The store's counts are remembered before;
 * a second try whose counts have dropped by the units of a line leaves that line in doubt.
 */
export async function takeUnits(
  task: UnitsTask,
  order: OrderRow,
  state: string,
): Promise<OrderRow> {
  const { draft, steps } = task;
  const counts = toCounts(await task.readStock(draft.lines.map(({ productId }) => productId)));
  const before = steps.get(BEFORE);
  if (before === undefined) steps.note(BEFORE, JSON.stringify(counts));
  else noteDoubt(steps, droppedLines(draft, JSON.parse(before), counts));
  return enterState(task, order, state);
}

/** Remembers lines in doubt beside those of before. */
export function noteDoubt(steps: Steps, lines: readonly RecountedLine[]): void {
  const known = doubtOf(steps);
  const isKnown = (line: RecountedLine) =>
    known.some((it) => it.productId === line.productId && it.variantId === line.variantId);
  const fresh = lines.filter((line) => !isKnown(line));
  if (fresh.length > 0) steps.note(DOUBTFUL, JSON.stringify([...known, ...fresh]));
}

export function doubtOf(steps: Steps): readonly RecountedLine[] {
  return JSON.parse(steps.get(DOUBTFUL) ?? "[]") as RecountedLine[];
}

/** Lines whose units a store may have taken once too often. */
export const asRecounted = (lines: readonly DraftLine[]): RecountedLine[] =>
  lines.map(({ productId, variantId, quantity }) => ({ productId, variantId, units: quantity }));

type Counts = Readonly<Record<string, number>>;

const toCounts = (levels: readonly StockLevel[]): Counts =>
  Object.fromEntries(
    levels.map(({ productId, variantId, quantity }) => [
      variantKey(productId, variantId),
      quantity,
    ]),
  );

function droppedLines({ lines }: OrderDraft, before: Counts, now: Counts): RecountedLine[] {
  const dropOf = (key: string) => (before[key] ?? 0) - (now[key] ?? 0);
  return asRecounted(
    lines.filter((line) => dropOf(variantKey(line.productId, line.variantId)) >= line.quantity),
  );
}
