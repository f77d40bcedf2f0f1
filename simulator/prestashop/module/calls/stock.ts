// The whole stock in pages, later the changes since a cursor. The module keeps the rows it reported last
// and compares them with the store's on every call, so that it finds changes by plain SQL as well.
import { rowFor, saveQuantity, sellableRows } from "../../catalogue/stock";
import { valueOf } from "../../data/tables";
import type { Store } from "../../store";
import type { StockChange, With } from "../bodies";
import { Refusal } from "../refusal";
import { installation, moduleTable } from "../state";

type ReportedRow = {
  id: string;
  product: string;
  variant: string;
  quantity: number;
  /** Counts every change of every row; a cursor is the highest reported version. */
  version: number;
  isGone: boolean;
};

const COUNTER = "module stock";

function current(store: Store): Map<string, Omit<ReportedRow, "version" | "isGone">> {
  const rows = sellableRows(store).map((row) => {
    const product = valueOf(row, "id_product");
    const variant = valueOf(row, "id_product_attribute") || "0";
    const id = `${product}/${variant}`;
    return [id, { id, product, variant, quantity: Number(valueOf(row, "quantity")) }] as const;
  });
  return new Map(rows);
}

/** Gives every new, changed or deleted row the next version; returns all rows by version. */
function compare(store: Store): ReportedRow[] {
  const table = moduleTable(store, "stock");
  const now = current(store);
  let version = store.tables.last(COUNTER);
  const put = (row: Omit<ReportedRow, "version">) => {
    version += 1;
    store.storage.put(table, row.id, { ...row, version });
  };
  const known = new Map(store.storage.list<ReportedRow>(table).map((row) => [row.id, row]));
  for (const row of now.values()) {
    const reported = known.get(row.id);
    if (!reported || reported.isGone || reported.quantity !== row.quantity)
      put({ ...row, isGone: false });
  }
  for (const reported of known.values())
    if (!reported.isGone && !now.has(reported.id)) put({ ...reported, isGone: true });
  store.tables.raise(COUNTER, version);
  return store.storage.list<ReportedRow>(table).toSorted((a, b) => a.version - b.version);
}

/** The version of a cursor; a cursor of another installation, or an unknown one, is refused. */
function versionOf(store: Store, cursor: string | undefined): number {
  if (cursor === undefined) return 0;
  const [installId, version = ""] = cursor.split(".");
  const number = Number(version);
  const isOurs = installId === installation(store)?.installId && /^\d+$/.test(version);
  if (!isOurs || number > store.tables.last(COUNTER)) throw new Refusal("stock.cursor_unknown");
  return number;
}

/** Rows after a cursor, or those of the named products. */
export function stock(store: Store, asked: With<"stock">) {
  const toRow = (row: Omit<ReportedRow, "version" | "isGone">) => [
    row.product,
    row.variant,
    row.quantity,
  ];
  if ("products" in asked) {
    const rows = [...current(store).values()].filter((row) => asked.products.includes(row.product));
    return { rows: rows.map(toRow), gone: [], isMore: false };
  }
  const after = versionOf(store, asked.after);
  const isAnew = asked.after === undefined;
  const changed = compare(store).filter((row) => row.version > after && !(isAnew && row.isGone));
  const page = changed.slice(0, asked.limit);
  const version = page.at(-1)?.version ?? after;
  return {
    rows: page.filter((row) => !row.isGone).map(toRow),
    gone: page.filter((row) => row.isGone).map((row) => [row.product, row.variant]),
    cursor: `${installation(store)?.installId}.${version}`,
    isMore: changed.length > page.length,
  };
}

const MOST_CHANGES = 500;

function applyOne(store: Store, { id, product, variant, delta }: StockChange) {
  const table = moduleTable(store, "change");
  const row = rowFor(store, product, variant);
  const isSold = row && sellableRows(store, product).some((it) => it.id === row.id);
  if (!isSold) return { id, refused: { code: "product_missing", facts: {} } };
  const now = Number(valueOf(row, "quantity"));
  if (store.storage.get(table, id)) return { id, quantity: now, isRepeat: true };
  saveQuantity(store, row, now + delta);
  store.storage.put(table, id, { id });
  return { id, quantity: now + delta, isRepeat: false };
}

/** Adds to quantities; a change with a known id is answered and not applied again. */
export function changeStock(store: Store, { changes }: With<"stock-change">) {
  if (changes.length > MOST_CHANGES) throw new Refusal("changes_too_many", { most: MOST_CHANGES });
  return { results: changes.map((change) => applyOne(store, change)) };
}
