/** What a pull says of a product that it found new, changed or gone: the fields that people look for. */
import { changeOf, toItemChange, type ItemChange, type ShownFields } from "../tasks/item-change";
import type { Reason } from "../errors/reason";
import type { ProductRecord } from "./product-record";

/**
 * New products that a pull lists one by one; more are counted only. A first pull of a large store
 * would write as much again as the products themselves, and nothing that the products do not say.
 */
export const LISTED_NEW = 500;

/** A product as it is kept, as far as a change of it is told. */
export type KnownProduct = Pick<
  ProductRecord,
  "name" | "priceMinMinor" | "priceMaxMinor" | "currency" | "stockTotal" | "isActive"
>;

export interface PulledChange {
  id: string;
  name: string;
  isNew: boolean;
  change: ItemChange;
}

/** `known`: as it was kept; undefined: not at all. */
export function pulledChange(record: ProductRecord, known: KnownProduct | undefined): PulledChange {
  const { productId: id, name } = record;
  const pulled = known ? "updated" : "created";
  const change = known ? changeOf(shown(known), shown(record)) : changeOf({}, shown(record));
  const { before = {}, after = {} } = change ?? {};
  return { id, name, isNew: !known, change: { before, after: { pulled, ...after } } };
}

/** An item of a pull's task. */
export interface PulledItem {
  key: string;
  label: string;
  reasons: readonly Reason[];
  change?: ItemChange;
}

/** The items of a page; `listedNew`: new products of the pages before. */
export function pulledItems(
  changes: readonly PulledChange[],
  withoutSku: readonly { id: string; name: string }[],
  listedNew: number,
): PulledItem[] {
  const left = Math.max(0, LISTED_NEW - listedNew);
  const shownNew = new Set(changes.filter(({ isNew }) => isNew).slice(0, left));
  const listed = changes.filter((change) => !change.isNew || shownNew.has(change));
  const items = new Map<string, PulledItem>(
    listed.map(({ id, name, change }) => [id, { key: id, label: name, reasons: [], change }]),
  );
  const reasons = [{ code: "product.sku_missing", facts: {} }];
  for (const { id, name } of withoutSku)
    items.set(id, { key: id, label: name, ...items.get(id), reasons });
  return [...items.values()];
}

/** The item of a product that the store has and could not show; `name`: as it is kept. */
export function unreadableItem(id: string, name: string | undefined, reason: Reason): PulledItem {
  const facts = { id, code: reason.code };
  return { key: id, label: name ?? id, reasons: [{ code: "product.unreadable", facts }] };
}

/** The item of a product that the store no longer has. */
export function goneItem({ id, name }: { id: string; name: string }): PulledItem {
  const change = toItemChange({}, { pulled: "deleted" }, ["pulled"]);
  return { key: id, label: name, reasons: [], change };
}

function shown(product: KnownProduct): ShownFields {
  const { name, priceMinMinor: minMinor, priceMaxMinor: maxMinor, currency } = product;
  const { stockTotal: quantity, isActive } = product;
  return { name, price: { minMinor, maxMinor, currency }, quantity, isActive };
}
