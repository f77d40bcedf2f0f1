/** The carrier table of the settings: each store carrier and TikTok's provider for it. Pure. */
import type { Answer } from "../../api/client";
import type { ConnectionSettings } from "../../../src/contract/connection-settings";

type Choices = Pick<Answer<"GET /api/connections/:id/carriers">, "carriers" | "providers">;
export type CarrierMap = ConnectionSettings["carrierMap"];

export interface CarrierLine {
  reference: string;
  name: string;
  providerId: string;
  /** Mapped once, but the store has it no more. */
  isGone: boolean;
}

/** A line per carrier of the store, then the mapped ones that are gone. */
export function toCarrierLines({ carriers }: Choices, map: CarrierMap): CarrierLine[] {
  const mapped = new Map(map.map((entry) => [entry.carrierReference, entry]));
  const present = carriers.map(({ reference, name }) => ({
    reference,
    name,
    providerId: mapped.get(reference)?.providerId ?? "",
    isGone: false,
  }));
  const known = new Set(carriers.map(({ reference }) => reference));
  const gone = map
    .filter((entry) => !known.has(entry.carrierReference))
    .map((entry) => ({
      reference: entry.carrierReference,
      name: entry.carrierName,
      providerId: entry.providerId,
      isGone: true,
    }));
  return [...present, ...gone];
}

/** What the server takes: only mapped lines, with both names for later reading. */
export function fromCarrierLines(
  lines: readonly CarrierLine[],
  { providers }: Choices,
): CarrierMap {
  return lines.flatMap((line) => {
    const provider = providers.find(({ id }) => id === line.providerId);
    if (!provider) return [];
    return {
      carrierReference: line.reference,
      carrierName: line.name,
      providerId: provider.id,
      providerName: provider.name,
    };
  });
}
