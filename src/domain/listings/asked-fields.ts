/**
 * What a category asks for once some attributes have values: one value may require another attribute,
 * or a certificate. Forms, checks and pushes all ask here.
 */
import type { AttributeValue, CertificateProof } from "./listing-details";
import type { ListingAttribute, ListingCertification, RequirementCondition } from "./listing-rules";

/** Values by attribute id. */
export type ChosenValues = ReadonlyMap<string, readonly AttributeValue[]>;

type Conditional = Pick<ListingAttribute, "id" | "isRequired" | "requiredWhen">;

/** Whether an attribute counts only while one of its conditions holds. */
const isConditional = ({ isRequired, requiredWhen = [] }: Conditional) =>
  !isRequired && requiredWhen.length > 0;

function holds(conditions: readonly RequirementCondition[] = [], chosen: ChosenValues): boolean {
  return conditions.some(({ attributeId, valueId }) =>
    (chosen.get(attributeId) ?? []).some(({ id }) => id === valueId),
  );
}

/**
 * The attributes that take a value beside these, by id; true: they need one. A condition counts only
 * while its own attribute is asked, so a chain ends where its first link does.
 */
export function askedAttributes(
  attributes: readonly Conditional[],
  chosen: ChosenValues,
): ReadonlyMap<string, boolean> {
  const asked = new Map(
    attributes.filter((one) => !isConditional(one)).map(({ id, isRequired }) => [id, isRequired]),
  );
  const counted = () => new Map([...chosen].filter(([id]) => asked.has(id)));
  let seen: number;
  do {
    seen = asked.size;
    const given = counted();
    for (const { id, requiredWhen } of attributes)
      if (!asked.has(id) && holds(requiredWhen, given)) asked.set(id, true);
  } while (asked.size > seen);
  return asked;
}

/** Whether the values make a certificate necessary. */
export function isCertificateNeeded(
  { isRequired, requiredWhen }: Pick<ListingCertification, "isRequired" | "requiredWhen">,
  chosen: ChosenValues,
): boolean {
  return isRequired || holds(requiredWhen, chosen);
}

const DAY_MS = 86_400_000;

/** The beginning of the day in UTC; certificates expire by the day. */
export const startOfDay = (now: number) => Math.floor(now / DAY_MS) * DAY_MS;

/** Days that a certificate may expire on, epoch ms; others are slips of the keyboard. */
export const EXPIRY_DAYS = { first: Date.UTC(2000, 0, 1), last: Date.UTC(2099, 11, 31) };

/** What keeps a proof from counting at `today` (epoch ms); undefined: nothing. */
export function proofFault(
  { needsExpiry }: Pick<ListingCertification, "needsExpiry">,
  { expiresAt }: CertificateProof,
  today: number,
): "undated" | "expired" | undefined {
  if (expiresAt === undefined) return needsExpiry ? "undated" : undefined;
  return expiresAt <= today ? "expired" : undefined;
}
