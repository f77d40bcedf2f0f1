/**
 * How much goes on sale of the products of a category of the channel, and which products are in those categories. Who is
 * in a category is decided in the catalogue; `place-categories` reads it from there.
 */
import type { OwnStockRule } from "../domain/stock/stock-rule";
import type { LedgerStoragePort, SqlPort } from "./storage-port";

interface CategoryRule {
  categoryId: string;
  rule: OwnStockRule;
}

export class CategoryStock {
  readonly #sql: SqlPort;

  constructor({ sql }: Pick<LedgerStoragePort, "sql">) {
    this.#sql = sql;
  }

  /** Null: the category says nothing of itself. */
  read(categoryId: string): OwnStockRule | null {
    const [row] = this.#sql
      .exec<{ rule: string }>(`SELECT rule FROM category_stock WHERE category_id = ?`, categoryId)
      .toArray();
    return row ? (JSON.parse(row.rule) as OwnStockRule) : null;
  }

  /** The rule of a product's category; undefined: that has none, or no category is known. */
  ofProduct(productId: string): CategoryRule | undefined {
    return this.ofProducts([productId])(productId);
  }

  /** One query, whatever their number; answers the rule of the category of each. */
  ofProducts(productIds: readonly string[]): (productId: string) => CategoryRule | undefined {
    const rows = this.#sql
      .exec<{ product_id: string; category_id: string; rule: string }>(
        `SELECT c.product_id, k.category_id, k.rule FROM product_category c
         JOIN category_stock k ON k.category_id = c.category_id
         WHERE c.product_id IN (SELECT value FROM json_each(?))`,
        JSON.stringify([...new Set(productIds)]),
      )
      .toArray();
    const rules = new Map(
      rows.map(({ product_id: productId, category_id: categoryId, rule }) => [
        productId,
        { categoryId, rule: JSON.parse(rule) as OwnStockRule },
      ]),
    );
    return (productId) => rules.get(productId);
  }

  /** The categories that say something. */
  list(): string[] {
    return this.#sql
      .exec<{ id: string }>(`SELECT category_id AS id FROM category_stock ORDER BY category_id`)
      .toArray()
      .map(({ id }) => id);
  }

  /** Null takes the category's rule away. Answers the products that it counted for. */
  write(categoryId: string, rule: OwnStockRule | null): string[] {
    if (rule)
      this.#sql.exec(
        `INSERT INTO category_stock VALUES (?1, ?2)
         ON CONFLICT (category_id) DO UPDATE SET rule = ?2`,
        categoryId,
        JSON.stringify(rule),
      );
    else this.#sql.exec(`DELETE FROM category_stock WHERE category_id = ?`, categoryId);
    return rule ? this.#productsOf(categoryId) : this.place(categoryId, []);
  }

  /**
   * These are all products of a category, listed or not: what is listed later by whatever way goes by the rule at
   * once. Answers those that came or left.
   */
  place(categoryId: string, productIds: readonly string[]): string[] {
    const ids = JSON.stringify(productIds);
    const moved = (sql: string) =>
      this.#sql
        .exec<{ id: string }>(`${sql} RETURNING product_id AS id`, categoryId, ids)
        .toArray()
        .map(({ id }) => id);
    return [
      ...moved(`DELETE FROM product_category
        WHERE category_id = ?1 AND product_id NOT IN (SELECT value FROM json_each(?2))`),
      ...moved(`INSERT INTO product_category SELECT value, ?1 FROM json_each(?2) WHERE true
        ON CONFLICT (product_id) DO UPDATE SET category_id = ?1 WHERE category_id <> ?1`),
    ];
  }

  /** A product is sent in this category; only where one says something, a row is kept of that. */
  move(productId: string, categoryId: string): void {
    if (this.read(categoryId))
      this.#sql.exec(
        `INSERT INTO product_category VALUES (?1, ?2)
         ON CONFLICT (product_id) DO UPDATE SET category_id = ?2 WHERE category_id <> ?2`,
        productId,
        categoryId,
      );
    else
      this.#sql.exec(
        `DELETE FROM product_category WHERE product_id = ? AND category_id <> ?`,
        productId,
        categoryId,
      );
  }

  #productsOf(categoryId: string): string[] {
    return this.#sql
      .exec<{ id: string }>(
        `SELECT product_id AS id FROM product_category WHERE category_id = ?`,
        categoryId,
      )
      .toArray()
      .map(({ id }) => id);
  }
}
