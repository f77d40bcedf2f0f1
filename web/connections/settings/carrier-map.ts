/** The carrier table of the settings: each store carrier and TikTok's provider for it. Pure. */
import type { Answer } from "../../api/client";
import type { ConnectionSettings } from "../../../src/contract/connection-settings";
import { foldText } from "../../../src/domain/search-text";

type Choices = Pick<Answer<"GET /api/connections/:id/carriers">, "carriers" | "providers">;
export type CarrierMap = ConnectionSettings["carrierMap"];

export interface CarrierLine {
  reference: string;
  name: string;
  providerId: string;
  /** Mapped once, but the store has it no more. */
  isGone: boolean;
}

const termsOf = (name: string) => new Set(foldText(name).match(/[\p{L}\p{N}]+/gu) ?? []);

/**
 * The provider a carrier of this name most likely is: one whose words are all in the carrier's name, or the other
 * way round ("Royal Mail Tracked 48" is Royal Mail). Null where none fits, or two fit alike.
 */
export function likelyProvider(
  carrier: string,
  providers: Choices["providers"],
): Choices["providers"][number] | null {
  const own = termsOf(carrier);
  const fitting = providers
    .map((provider) => {
      const terms = termsOf(provider.name);
      const shared = [...terms].filter((term) => own.has(term)).length;
      const fits = shared > 0 && shared === Math.min(terms.size, own.size);
      return { provider, rank: fits ? shared - Math.abs(terms.size - own.size) / 100 : 0 };
    })
    .filter(({ rank }) => rank > 0)
    .toSorted((a, b) => b.rank - a.rank);
  const [best, next] = fitting;
  return best && best.rank !== next?.rank ? best.provider : null;
}

/**
 * A line per carrier of the store, then the mapped ones that are gone. Where nothing was mapped yet, each line
 * begins with the provider of its name.
 */
export function toCarrierLines({ carriers, providers }: Choices, map: CarrierMap): CarrierLine[] {
  const begin = (name: string) => (map.length === 0 ? likelyProvider(name, providers)?.id : "");
  const mapped = new Map(map.map((entry) => [entry.carrierReference, entry]));
  const present = carriers.map(({ reference, name }) => ({
    reference,
    name,
    providerId: mapped.get(reference)?.providerId ?? begin(name) ?? "",
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
