import type { SourceCarrier } from "../source";
import { count, flag, text } from "./json";
import { listAll } from "./list-all";
import type { StoreClient } from "./request";

export interface StoreCarrier extends SourceCarrier {
  /** Changes with every edit in the back office. */
  id: string;
  isDeleted: boolean;
  isFree: boolean;
  /** Computed by a module from the parcel; its cost cannot be foreseen. */
  isModule: boolean;
}

/** Every row, those of earlier edits included, because old orders point at them. One request per 500. */
export async function readCarriers(client: StoreClient): Promise<readonly StoreCarrier[]> {
  const rows = await listAll(client, "carriers", {
    display: "[id,id_reference,name,active,deleted,is_free,is_module]",
  });
  return rows
    .filter((row) => text(row, "id") !== "")
    .toSorted((a, b) => count(a, "id") - count(b, "id"))
    .map((row) => ({
      id: text(row, "id"),
      reference: text(row, "id_reference"),
      // A carrier named "0" bears the store's own name.
      name: text(row, "name"),
      isActive: flag(row, "active"),
      isDeleted: flag(row, "deleted"),
      isFree: flag(row, "is_free"),
      isModule: flag(row, "is_module"),
    }));
}

/** The carriers a merchant can choose from today, one per reference. */
export function toSourceCarriers(carriers: readonly StoreCarrier[]): readonly SourceCarrier[] {
  return carriers
    .filter((carrier) => !carrier.isDeleted)
    .map(({ reference, name, isActive }) => ({ reference, name, isActive }));
}
