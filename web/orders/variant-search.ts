import { computed, signal } from "@preact/signals";
import type { ProductDetail } from "../../src/contract/catalogue";
import type { OrderDetail } from "../../src/contract/orders";
import type { Answer, Result } from "../api/client";

export type VariantChoice = OrderDetail["choices"][number];
type Found = Answer<"GET /api/connections/:id/products">;

/** Finds a product by what is typed, and answers its variants once it is picked. */
export function createVariantSearch(
  find: (text: string) => Promise<Result<Found>>,
  read: (productId: string) => Promise<Result<ProductDetail>>,
) {
  const rows = signal<Found["rows"]>([]);
  const found = signal<readonly VariantChoice[]>([]);
  let newest = 0;
  const nameOf = ({ id, name }: Found["rows"][number]) => `${name} (${id})`;
  return {
    names: computed(() => rows.value.map(nameOf)),
    /** Variants of what was picked so far. */
    found,
    async type(text: string) {
      newest += 1;
      const mine = newest;
      if (text.trim() === "") return;
      const result = await find(text.trim());
      if (mine === newest && result.ok)
        rows.value = result.value.rows.filter(({ isDeleted }) => !isDeleted);
    },
    async pick(name: string): Promise<Result<unknown>> {
      const row = rows.value.find((one) => nameOf(one) === name);
      if (!row) return { ok: true, value: null };
      const result = await read(row.id);
      if (result.ok) found.value = [...found.value, ...variantsOf(result.value)];
      return result;
    },
  };
}

function variantsOf({ id, name, variants }: ProductDetail): VariantChoice[] {
  return variants.map((variant) => ({
    productId: id,
    variantId: variant.id,
    name: [name, ...variant.options.map(({ value }) => value)].join(", "),
    sku: variant.sku,
  }));
}
