import type { Answer, Harness } from "./tiktok-shop-client";

export const MAKER = {
  name: "Tassen GmbH",
  registered_trade_name: "Tassen",
  email: "safety@tassen.example",
  phone_number: { country_code: "+49", local_number: "15550142233" },
  address: "Hafenweg 7, 20457 Hamburg",
};
export const PERSON = {
  name: "Anna Verantwortlich",
  email: "anna@tassen.example",
  phone_number: { country_code: "+49", local_number: "15550142" },
  address: { street_address_line1: "Hafenweg 7, Hamburg", postal_code: "20457", country: "DE" },
};

type Kind = "manufacturers" | "responsible_persons";

export const createParty = (harness: Harness, kind: Kind, body: object): Promise<Answer> =>
  harness.call("POST", `/product/202409/compliance/${kind}`, { body, cipher: null });

export const searchParties = (
  harness: Harness,
  kind: Kind,
  body: object = {},
  query: Record<string, string> = {},
): Promise<Answer> =>
  harness.call("POST", `/product/202501/compliance/${kind}/search`, {
    body,
    query: { page_size: "10", ...query },
    cipher: null,
  });

/** A manufacturer and a responsible person, as the fields of a product that name them. */
export async function registerParties(harness: Harness) {
  const maker = await createParty(harness, "manufacturers", MAKER);
  const person = await createParty(harness, "responsible_persons", PERSON);
  return {
    manufacturer_ids: [maker.data["manufacturer_id"]],
    responsible_person_ids: [person.data["responsible_person_id"]],
  };
}
