/** What the kinds over chosen products share. */
import * as z from "zod";
import { ProductTab } from "../../contract/catalogue";
import { pageOfSelection } from "../../db/catalogue/product-filter";
import type { Item, Work } from "../kind";

const PAGE = 2_000;

/** Products by id, or every product of a filter. */
const Selection = z.union([
  z.object({ ids: z.array(z.string()) }),
  z.object({
    filter: z.object({
      tab: ProductTab,
      search: z.string().optional(),
      category: z.string().optional(),
      reason: z.string().optional(),
    }),
  }),
]);

export const Selected = z.object({ selection: Selection });

export type Selected = z.infer<typeof Selected>;

export function pageOfSelected(
  { services: { db }, connection, parameters }: Work<Selected>,
  after: string,
): Promise<Item[]> {
  return pageOfSelection(db, connection.id, parameters.selection, after, PAGE);
}
