/** Rules of products about stock and price, as rows; a product without a row has the usual one. */
import { USUAL_RULE, type LowStockAction, type ProductRule } from "../domain/stock/product-rule";
import type { OwnPrice } from "../domain/stock/price-rule";
import type { OwnStockRule } from "../domain/stock/stock-rule";
import type { LedgerStoragePort, SqlPort } from "./storage-port";

type RawRule = {
  product_id: string;
  threshold: number | null;
  threshold_action: string | null;
  is_excluded: number;
  sends_stock: number | null;
  sends_price: number | null;
  price: string | null;
  stock: string | null;
};

export class RuleStore {
  readonly #sql: SqlPort;

  constructor({ sql }: Pick<LedgerStoragePort, "sql">) {
    this.#sql = sql;
  }

  read(productId: string): ProductRule {
    return this.readMany([productId])(productId);
  }

  /** One query, whatever their number; answers the rule of each. */
  readMany(productIds: readonly string[]): (productId: string) => ProductRule {
    const rows = this.#sql
      .exec<RawRule>(
        `SELECT product_id, threshold, threshold_action, is_excluded, sends_stock, sends_price, price, stock
         FROM product_rule WHERE product_id IN (SELECT value FROM json_each(?))`,
        JSON.stringify([...new Set(productIds)]),
      )
      .toArray();
    const rules = new Map(rows.map((row) => [row.product_id, toRule(row)]));
    return (productId) => rules.get(productId) ?? USUAL_RULE;
  }

  /** Null removes the product's rule. */
  write(productId: string, rule: ProductRule | null): void {
    if (!rule) {
      this.#sql.exec(`DELETE FROM product_rule WHERE product_id = ?`, productId);
      return;
    }
    this.#sql.exec(
      `INSERT INTO product_rule (product_id, threshold, threshold_action, is_excluded, sends_stock,
         sends_price, price, stock) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)
       ON CONFLICT (product_id) DO UPDATE SET threshold = ?2, threshold_action = ?3,
         is_excluded = ?4, sends_stock = ?5, sends_price = ?6, price = ?7, stock = ?8`,
      productId,
      rule.lowStock?.threshold ?? null,
      rule.lowStock?.action ?? null,
      rule.isExcluded ? 1 : 0,
      fromFlag(rule.sendsStock),
      fromFlag(rule.sendsPrice),
      rule.price && JSON.stringify(rule.price),
      rule.stock && JSON.stringify(rule.stock),
    );
  }
}

function toRule(row: RawRule): ProductRule {
  const { threshold, threshold_action: action } = row;
  return {
    lowStock:
      threshold === null || action === null
        ? null
        : { threshold, action: action as LowStockAction },
    isExcluded: row.is_excluded === 1,
    sendsStock: toFlag(row.sends_stock),
    sendsPrice: toFlag(row.sends_price),
    price: row.price === null ? null : (JSON.parse(row.price) as OwnPrice),
    stock: row.stock === null ? null : (JSON.parse(row.stock) as OwnStockRule),
  };
}

const fromFlag = (flag: boolean | null) => (flag === null ? null : Number(flag));

const toFlag = (stored: number | null) => (stored === null ? null : stored === 1);
