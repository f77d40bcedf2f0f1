import { createModel, signal } from "@preact/signals";
import type { ListingDetails } from "../../src/contract/catalogue";
import type { BrandRow } from "../../src/contract/categories";
import type { Client } from "../api/client";
import { createResource } from "../data/resource";

export interface Brand {
  id: string;
  name: string;
}

/** The brand saved with a product; null: no brand. */
export function brandOf({ brand }: ListingDetails): Brand | null {
  return brand?.id ? { id: brand.id, name: brand.name } : null;
}

/** TikTok's brands as one types a name; read once per name, a late answer is dropped. */
export const BrandSearchModel = createModel((client: Client, id: string, category: string) => {
  const sought = signal("");
  const rows = createResource<{ rows: BrandRow[] }>(() =>
    client.call("GET /api/connections/:id/brands", {
      params: { id },
      query: { search: sought.value, category },
    }),
  );
  const find = async (text: string) => {
    const name = text.trim();
    if (name === sought.value) return;
    sought.value = name;
    rows.clear();
    if (name) await rows.reload();
  };
  return { sought, rows, find };
});
