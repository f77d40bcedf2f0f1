/** Which products are in the categories that say how much goes on sale, as the catalogue has it. */
import type { Step } from "./step";

/** Whatever moves a product is told at once; this finds what nobody told. */
const EVERY_MS = 5 * 60_000;

export const placeCategoriesStep: Step = async ({ storage, ports }) => {
  const { categoryStock, publisher } = storage;
  for (const categoryId of categoryStock.list()) {
    const productIds = await ports.listCategoryProducts(categoryId);
    // Its rule may have been taken away meanwhile.
    if (categoryStock.read(categoryId))
      publisher.reviewProducts(categoryStock.place(categoryId, productIds));
  }
  return categoryStock.list().length > 0 ? ports.now() + EVERY_MS : undefined;
};
