import { listingStates } from "../../db/listings/listing-states";
import type { ItemPreview } from "../../domain/tasks/item-outcome";
import type { ItemKind, Work } from "../kind";

type Preview<Parameters> = NonNullable<ItemKind<Parameters>["preview"]>;

/** The preview of a kind that says what it would do from the listing's state alone. */
export function previewed<Parameters>(
  toPreview: (listed: { status: string } | undefined, parameters: Parameters) => ItemPreview,
): Preview<Parameters> {
  return async ({ services: { db }, connection, parameters }: Work<Parameters>, keys) => {
    const states = await listingStates(db, connection.id, keys);
    return new Map(keys.map((key) => [key, toPreview(states.get(key), parameters)]));
  };
}
