// Which products changed since a cursor. The module keeps a fingerprint of each product as it was sent and
// compares on every call, so it sees plain SQL, and discounts that begin or end.
import type { Row } from "../../data/row";
import { valueOf } from "../../data/tables";
import { fingerprint } from "../../fingerprint";
import { localMinute, setting, type Store } from "../../store";
import type { With } from "../bodies";
import { Refusal } from "../refusal";
import { installation, moduleTable } from "../state";

type SentProduct = { id: string; print: string; version: number; isGone: boolean };

const COUNTER = "module products";
const NEVER = "0000-00-00 00:00:00";
const IGNORED = new Set(["date_add", "date_upd", "quantity"]);
const SETTINGS = [
  "PS_TAX",
  "PS_COUNTRY_DEFAULT",
  "PS_CURRENCY_DEFAULT",
  "PS_LANG_DEFAULT",
  "PS_UNIDENTIFIED_GROUP",
  "PS_GROUP_FEATURE_ACTIVE",
  "PS_USE_ECOTAX",
  "PS_PRICE_ROUND_MODE",
];

const contentOf = ({ id, values, links }: Row) => [
  id,
  Object.entries(values)
    .filter(([name]) => !IGNORED.has(name))
    .toSorted(([a], [b]) => (a < b ? -1 : 1)),
  links,
];

function holdsNow(store: Store, rule: Row): boolean {
  const now = localMinute(store);
  const [from, to] = [valueOf(rule, "from") || NEVER, valueOf(rule, "to") || NEVER];
  return (from === NEVER || from <= now) && (to === NEVER || to >= now);
}

function printOf(store: Store, product: Row, common: string): string {
  const { tables } = store;
  const isListed = (rule: Row) => (valueOf(rule, "id_cart") || "0") === "0";
  const discounts = tables.where("specific_prices", "id_product", product.id).filter(isListed);
  const parts = [
    contentOf(product),
    tables.where("combinations", "id_product", product.id).map(contentOf),
    discounts.map((rule) => [contentOf(rule), holdsNow(store, rule)]),
    valueOf(tables.get("manufacturers", valueOf(product, "id_manufacturer")), "name"),
  ];
  return fingerprint(common, JSON.stringify(parts));
}

/** Gives every new, changed or deleted product the next version; returns all by version. */
function compare(store: Store): SentProduct[] {
  const { tables, storage } = store;
  const table = moduleTable(store, "product");
  const taxes = [tables.all("tax_rules"), tables.all("taxes"), tables.all("tax_rule_groups")];
  const groups = [
    tables.all("groups").map((row) => valueOf(row, "reduction")),
    tables.all("group_reductions").map(contentOf),
  ];
  const common = JSON.stringify([SETTINGS.map((name) => setting(store, name)), taxes, groups]);
  const known = new Map(storage.list<SentProduct>(table).map((row) => [row.id, row]));
  let version = tables.last(COUNTER);
  const put = (row: Omit<SentProduct, "version">) => {
    version += 1;
    storage.put(table, row.id, { ...row, version });
  };
  for (const product of tables.all("products")) {
    const print = printOf(store, product, common);
    const sent = known.get(product.id);
    if (!sent || sent.isGone || sent.print !== print) put({ id: product.id, print, isGone: false });
    known.delete(product.id);
  }
  for (const sent of known.values()) if (!sent.isGone) put({ ...sent, isGone: true });
  tables.raise(COUNTER, version);
  return storage.list<SentProduct>(table).toSorted((a, b) => a.version - b.version);
}

function versionOf(store: Store, cursor: string | undefined): number {
  if (cursor === undefined) return 0;
  const [installId, version = ""] = cursor.split(".");
  const isOurs = installId === installation(store)?.installId && /^\d+$/.test(version);
  if (!isOurs || Number(version) > store.tables.last(COUNTER))
    throw new Refusal("changes.cursor_unknown");
  return Number(version);
}

export function changes(store: Store, { limit, after }: With<"changes">) {
  const version = versionOf(store, after);
  const changed = compare(store).filter(
    (row) => row.version > version && !(after === undefined && row.isGone),
  );
  const page = changed.slice(0, limit);
  return {
    products: page.filter((row) => !row.isGone).map((row) => row.id),
    gone: page.filter((row) => row.isGone).map((row) => row.id),
    cursor: `${installation(store)?.installId}.${page.at(-1)?.version ?? version}`,
    isMore: changed.length > page.length,
  };
}
