/**
 * Who sends events, as this isolate remembers it for half a minute: the connection that a shop feeds, and the
 * secret that a store signed with last. The first event asks the database for both, those after it do not wait
 * for it. A memory never has the last word: what it does not know, and what a resting ledger does not take, goes
 * the whole way, and once a second what is remembered is compared with the database behind an answer.
 */
import { openBriefMemory, type BriefMemory } from "../../lib/brief-memory";
import type { SourceEvent } from "../../platforms/source";
import type { Services } from "../../tasks/services";

export interface KnownStore {
  sourcePlatform: string;
  secret: string;
  /** Epoch ms; null: it does not run out. */
  expiresAt: number | null;
}

export interface Senders {
  /** Id of the connection that a shop feeds, by `shopKey`. */
  shops: BriefMemory<string>;
  /** By connection. */
  stores: BriefMemory<KnownStore>;
  /** What was compared with the database just now, by the key of the two above. */
  compared: BriefMemory<true>;
  /** Connections that were sent a forged event just now: who forges many shall not cost a read each. */
  forged: BriefMemory<true>;
}

const HALF_A_MINUTE_MS = 30_000;
const A_SECOND_MS = 1_000;
const MAX_ENTRIES = 2_000;

export function openSenders(now: () => number): Senders {
  const lasting = { maxAgeMs: HALF_A_MINUTE_MS, maxEntries: MAX_ENTRIES };
  const momentary = { maxAgeMs: A_SECOND_MS, maxEntries: MAX_ENTRIES };
  return {
    shops: openBriefMemory(lasting, now),
    stores: openBriefMemory(lasting, now),
    compared: openBriefMemory(momentary, now),
    forged: openBriefMemory(momentary, now),
  };
}

export const shopKey = (platform: string, shopId: string) => `${platform}:${shopId}`;

/** The event of a store under the secret that is remembered of it; null: under another, or under none. */
export async function verifyKnown(
  services: Pick<Services, "now" | "sourcePlatform">,
  { sourcePlatform, secret, expiresAt }: KnownStore,
  headers: Headers,
  rawBody: Uint8Array,
): Promise<SourceEvent | null> {
  const now = services.now();
  if (expiresAt !== null && expiresAt <= now) return null;
  return services.sourcePlatform(sourcePlatform).verifyEvent(secret, headers, rawBody, now);
}
