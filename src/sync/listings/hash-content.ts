import { canonicalText } from "../../domain/canonical-text";
import {
  CONTENT_FIELDS,
  contentOf,
  legacyContent,
  EMPTY_HASH,
  isEmptyValue,
  type WantedContent,
} from "../../domain/listings/sent-content";
import type { StockedPlan } from "../../domain/stock/offer-stock";
import { sha256 } from "../../lib/sha256";

/** 128 bits tell contents of one field apart. */
const HASH_LETTERS = 32;

/** The content of a plan with a hash for each field. */
export async function wantedContent(plan: StockedPlan): Promise<WantedContent> {
  const values = contentOf(plan);
  const fields = await Promise.all(
    CONTENT_FIELDS.map(async (field) => {
      const value = values[field];
      const hash = await hashOf(value);
      if (field !== "description") return [field, { hash, value }] as const;
      return [field, { hash, textHash: await hashOf(plainTextOf(values.description)) }] as const;
    }),
  );
  return Object.fromEntries(fields) as WantedContent;
}

/** As a plan's description is hashed, and its plain text. */
export const descriptionHashes = async (html: string) => ({
  descriptionHash: await hashOf(html),
  descriptionTextHash: await hashOf(plainTextOf(html)),
});

const hashOf = async (value: Parameters<typeof isEmptyValue>[0]): Promise<string> =>
  isEmptyValue(value) ? EMPTY_HASH : (await sha256(canonicalText(value))).slice(0, HASH_LETTERS);

const ENTITIES: Readonly<Record<string, string>> = {
  "&nbsp;": " ",
  "&lt;": "<",
  "&gt;": ">",
  "&quot;": '"',
  "&#39;": "'",
  "&amp;": "&",
};

/** What is left of cleaned markup without its tags and spaces. */
const plainTextOf = (html: string): string =>
  html
    .replace(/<[^>]*>/g, "")
    .replace(/&(?:nbsp|lt|gt|quot|#39|amp);/g, (entity) => ENTITIES[entity] ?? entity)
    .replace(/\s+/g, "");

/** One hash of all fields. */
export function contentHash(wanted: WantedContent): Promise<string> {
  return sha256(canonicalText(CONTENT_FIELDS.map((field) => wanted[field].hash)));
}

/** The hash that 0.2 stored of the same content. */
export function legacyHash(plan: StockedPlan): Promise<string> {
  return sha256(canonicalText(legacyContent(plan)));
}
