/** Which carrier an order gets where the merchant chose none: one that brings it to the address. */
import { asSyncError, SyncError } from "../../../domain/errors/sync-error";
import type { StoreCarrier } from "../carriers";
import { text } from "../json";
import { listAll } from "../list-all";
import type { StoreClient } from "../request";

/**
 * The carrier of this reference as it is today: an edit gives it a new id under the same reference.
 * Throws SyncError("merchant", "prestashop.carrier_missing").
 */
export function findCarrier(carriers: readonly StoreCarrier[], reference: string): string {
  const found = carriers.findLast((it) => isUsable(it) && it.reference === reference);
  if (!found) throw new SyncError("merchant", "prestashop.carrier_missing", { reference });
  return found.id;
}

const isUsable = (carrier: StoreCarrier) => !carrier.isDeleted && carrier.isActive;

/**
 * Carriers in the order in which they are taken: the store's default one (`PS_CARRIER_DEFAULT`), its own
 * before those of modules, a free one whose cost cannot surprise us before others. Never a pick-up.
 */
export function deliverers(
  carriers: readonly StoreCarrier[],
  defaultId: string,
): readonly StoreCarrier[] {
  const rank = ({ id, isModule, isFree }: StoreCarrier) =>
    (id === defaultId ? 0 : 4) + (isModule ? 2 : 0) + (isFree ? 0 : 1);
  return carriers
    .filter((carrier) => isUsable(carrier) && !carrier.isPickUp)
    .toSorted((a, b) => rank(a) - rank(b));
}

/**
 * Of deliverers the first that serves the zone. A carrier with prices has rows of them for its zones;
 * of a free one the webservice does not tell, so one that is sure goes before it unless it is the
 * store's default. Where none is known to serve the zone, the first: the order is corrected by hand then.
 */
export function chooseCarrier(
  candidates: readonly StoreCarrier[],
  defaultId: string,
  priced: ReadonlySet<string> | undefined,
): string {
  const [first] = candidates;
  if (!first) throw new SyncError("merchant", "prestashop.carrier_missing");
  if (!priced) return first.id;
  const isDefault = ({ id, isFree }: StoreCarrier) => id === defaultId && isFree;
  const found =
    candidates.find((it) => priced.has(it.id) || isDefault(it)) ??
    candidates.find(({ isFree }) => isFree) ??
    first;
  return found.id;
}

/**
 * The carriers with prices for a zone. Undefined: the key may not read them. One request, or one per 500
 * prices.
 */
export async function readPricedFor(
  client: StoreClient,
  zoneId: string,
): Promise<ReadonlySet<string> | undefined> {
  try {
    const rows = await listAll(client, "deliveries", {
      display: "[id,id_carrier]",
      "filter[id_zone]": zoneId,
    });
    return new Set(rows.map((row) => text(row, "id_carrier")));
  } catch (caught) {
    const error = asSyncError(caught);
    if (error.remedy === "retry") throw error;
    return undefined;
  }
}
