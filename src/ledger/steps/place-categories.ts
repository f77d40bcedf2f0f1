/** Which products are in the categories that say how much goes on sale, as the catalogue has it. */
import type { Step } from "./step";

/** Whatever moves a product is told at once; this finds what nobody told. */
const EVERY_MS = 5 * 60_000;

export const placeCategoriesStep: Step = async ({ storage, ports }) => {
  const { categoryStock, publisher } = storage;
  const found = new Map<string, string[]>();
  for (const categoryId of categoryStock.list())
    found.set(categoryId, await ports.listCategoryProducts(categoryId));
  // All at once: a product that goes from one category to another is never without a rule in between.
  const moved = [...found].flatMap(([categoryId, productIds]) =>
    // Its rule may have been taken away meanwhile.
    categoryStock.read(categoryId) ? categoryStock.place(categoryId, productIds) : [],
  );
  publisher.reviewProducts([...new Set(moved)]);
  return categoryStock.list().length > 0 ? ports.now() + EVERY_MS : undefined;
};
