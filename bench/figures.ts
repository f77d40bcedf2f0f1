/** One line of the table; `minimum` is what the interfaces allow, `target` what is promised. */
export interface Figure {
  name: string;
  value: number;
  unit: string;
  minimum?: number;
  target?: number;
}

declare module "vitest" {
  interface TaskMeta {
    /** Carried from workerd to the script that prints them. */
    figures?: Figure[];
  }
}

export interface CatalogueShape {
  products: number;
  pageSize: number;
}

/**
 * Requests a whole pull cannot do without: per page products, combinations and stock; per pull
 * categories, option values and feature values, which no other answer contains; and the list of
 * ids, unless one page has shown them all.
 */
export function fewestPullRequests({ products, pageSize }: CatalogueShape): number {
  const pages = Math.ceil(products / pageSize);
  return pages * 3 + 3 + (pages > 1 ? 1 : 0);
}

/** One create a product, one upload a picture; rules and attributes of each category in use. */
export function fewestPushRequests(products: number, pictures: number, categories: number): number {
  return products + pictures + 2 * categories;
}
