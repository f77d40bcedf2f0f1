import { createModel, signal } from "@preact/signals";
import type { ListingDetails } from "../../src/contract/catalogue";
import type { Answer, Client } from "../api/client";
import { createResource } from "../data/resource";

type BrandPage = Answer<"GET /api/connections/:id/brands">;

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
  const read = (cursor?: string) =>
    client.call("GET /api/connections/:id/brands", {
      params: { id },
      query: { search: sought.value, category, cursor },
    });
  const rows = createResource<BrandPage>(() => read());
  const find = async (text: string) => {
    const name = text.trim();
    if (name === sought.value) return;
    sought.value = name;
    rows.clear();
    if (name) await rows.reload();
  };
  /** The next page of the same name, behind what is shown. */
  const more = async () => {
    const { value: shown } = rows.value;
    const name = sought.value;
    if (!shown?.next) return { ok: true as const, value: null };
    const result = await read(shown.next);
    if (result.ok && name === sought.value)
      rows.put({ ...result.value, rows: [...shown.rows, ...result.value.rows] });
    return result;
  };
  return { sought, rows, find, more };
});
