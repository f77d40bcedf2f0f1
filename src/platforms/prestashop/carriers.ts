import type { SourceCarrier } from "../source";
import { isPickUp } from "../../domain/orders/pick-up";
import { count, flag, localized, text } from "./json";
import { listApart } from "./list-apart";
import type { StoreClient } from "./request";

export interface StoreCarrier extends SourceCarrier {
  /** Changes with every edit in the back office. */
  id: string;
  isDeleted: boolean;
  isFree: boolean;
  /** Computed by a module from the parcel; its cost cannot be foreseen. */
  isModule: boolean;
  /** Brings nothing to an address, as its name or its delay says. */
  isPickUp: boolean;
}

/**
 * Every row, those of earlier edits included, because old orders point at them. Delays are read in this
 * language. One request per 500.
 */
export async function readCarriers(
  client: StoreClient,
  languageId?: string,
): Promise<readonly StoreCarrier[]> {
  const fields = "id,id_reference,name,active,deleted,is_free,is_module";
  const query = languageId
    ? { display: `[${fields},delay]`, language: languageId }
    : { display: `[${fields}]` };
  const { rows } = await listApart(client, "carriers", query, { display: `[${fields}]` });
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
      isPickUp: isPickUp(text(row, "name"), localized(row, "delay", languageId ?? "")),
    }));
}

/** The carriers a merchant can choose from today, one per reference. */
export function toSourceCarriers(carriers: readonly StoreCarrier[]): readonly SourceCarrier[] {
  return carriers
    .filter((carrier) => !carrier.isDeleted)
    .map(({ reference, name, isActive }) => ({ reference, name, isActive }));
}
