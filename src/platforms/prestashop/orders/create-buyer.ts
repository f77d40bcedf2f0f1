/**
 * Customers and addresses of a store that demands what no channel knows: fields a merchant has made required, the
 * identification number of some countries (Spain's among them). The buyer has paid and was never asked, so such
 * a field gets a text that says nothing, as the module does it.
 */
import { SyncError, asSyncError } from "../../../domain/errors/sync-error";
import type { Row } from "../json";
import type { StoreClient } from "../request";
import type { XmlFields } from "../xml";

const NODES = { customers: "customer", addresses: "address" } as const;
/** Names the field, in English whatever the store's language: `parameter "company" required`. */
const REQUIRED = 41;
const FILLER = "-";
const OTHER_FILLERS: Readonly<Record<string, string>> = {
  phone: "0",
  phone_mobile: "0",
  birthday: "1970-01-01",
  id_gender: "0",
  newsletter: "0",
  optin: "0",
};

/** What stands for the identification number of a buyer whose country demands one. */
export const NO_IDENTIFICATION = FILLER;

/**
 * One request, and one more for each field that the store turns out to demand. Throws
 * SyncError("merchant", "prestashop.buyer_field") for a field of which it takes no value.
 */
export async function createBuyer(
  client: StoreClient,
  resource: keyof typeof NODES,
  fields: XmlFields,
): Promise<Row> {
  const filled = new Map<string, string>();
  for (;;) {
    try {
      return await client.create(resource, NODES[resource], {
        ...fields,
        ...Object.fromEntries(filled),
      });
    } catch (caught) {
      const error = asSyncError(caught);
      const refused = [...filled.keys()].findLast((field) => saysField(error, field));
      if (refused !== undefined) {
        const facts = { field: `${NODES[resource]} ${refused}` };
        throw new SyncError("merchant", "prestashop.buyer_field", facts, { cause: caught });
      }
      const field = demandedField(error);
      if (field === undefined) throw caught;
      filled.set(field, OTHER_FILLERS[field] ?? FILLER);
    }
  }
}

const messageOf = ({ code, facts }: SyncError): string =>
  code === "prestashop.refused" ? String(facts["vendorMessage"] ?? "") : "";

const saysField = (error: SyncError, field: string): boolean =>
  new RegExp(`\\b${field}\\b`).test(messageOf(error));

function demandedField(error: SyncError): string | undefined {
  if (error.facts["vendorCode"] !== REQUIRED) return undefined;
  return /parameter "(\w+)" required/.exec(messageOf(error))?.[1];
}
