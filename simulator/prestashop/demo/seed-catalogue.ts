// A large catalogue for measurements: the same products every time, with variants if asked.
import { languageIds, localTime, type Store } from "../store";

export interface CatalogueSize {
  products: number;
  /** Variants of every product; 0 or 1 makes simple products. */
  variantsEach: number;
}

const SIZES = ["1", "2", "3", "4"];
const COLOURS = Array.from({ length: 14 }, (_, index) => String(index + 5));
const CATEGORIES = ["4", "5", "7", "8", "9"];

function insertVariant(store: Store, productId: string, index: number): number {
  const quantity = 10 + ((Number(productId) * 7 + index * 3) % 90);
  const size = SIZES[index % SIZES.length] ?? "1";
  const colour = COLOURS[Math.floor(index / SIZES.length) % COLOURS.length] ?? "5";
  const variant = store.tables.insert(
    "combinations",
    {
      id_product: productId,
      reference: `bench-${productId}-${index + 1}`,
      price: (index % 4).toFixed(6),
      default_on: index === 0 ? "1" : "",
    },
    { links: { product_option_values: [{ id: size }, { id: colour }] } },
  );
  store.tables.insert("stock_availables", {
    id_product: productId,
    id_product_attribute: variant.id,
    quantity: String(quantity),
  });
  return quantity;
}

function insertProduct(store: Store, index: number, variantsEach: number, now: string): void {
  const category = CATEGORIES[index % CATEGORIES.length] ?? "4";
  const inEvery = (text: string) => Object.fromEntries(languageIds(store).map((id) => [id, text]));
  const image = String(store.tables.next("image"));
  const product = store.tables.insert(
    "products",
    {
      id_manufacturer: "1",
      id_category_default: category,
      id_tax_rules_group: "1",
      reference: `bench-${index + 1}`,
      price: (5 + (index % 200) * 0.5).toFixed(6),
      weight: "0.250000",
      state: "1",
      active: "1",
      indexed: "1",
      redirect_type: "301-category",
      product_type: variantsEach > 1 ? "combinations" : "standard",
      name: inEvery(`Bench product ${index + 1}`),
      link_rewrite: inEvery(`bench-product-${index + 1}`),
      description: inEvery(`<p>Product number ${index + 1} of a large catalogue.</p>`),
      date_add: now,
      date_upd: now,
    },
    {
      links: {
        categories: [{ id: "2" }, { id: category }],
        images: [{ id: image }],
        product_features: [{ id: "1", id_feature_value: "4" }],
      },
    },
  );
  const sum = store.tables.insert("stock_availables", {
    id_product: product.id,
    id_product_attribute: "0",
    quantity: "25",
  });
  if (variantsEach <= 1) return;
  let total = 0;
  for (let variant = 0; variant < variantsEach; variant += 1)
    total += insertVariant(store, product.id, variant);
  store.tables.update("stock_availables", {
    ...sum,
    values: { ...sum.values, quantity: String(total) },
  });
}

/** Adds products with their variants, stock and pictures after the existing ones. */
export function seedCatalogue(store: Store, { products, variantsEach }: CatalogueSize): void {
  const now = localTime(store);
  store.tables.raise("image", 1000);
  for (let index = 0; index < products; index += 1) insertProduct(store, index, variantsEach, now);
}
