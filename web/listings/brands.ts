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
export function brandOf({ brandId, brandName }: ListingDetails): Brand | null {
  return brandId ? { id: brandId, name: brandName ?? brandId } : null;
}

/** The details with this brand, or with none. */
export function withBrand(details: ListingDetails, brand: Brand | null): ListingDetails {
  const { brandId: _id, brandName: _name, ...rest } = details;
  return brand ? { ...rest, brandId: brand.id, brandName: brand.name } : rest;
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
