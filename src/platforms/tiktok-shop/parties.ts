/**
 * Manufacturers and responsible persons. The gateway refuses a shop_cipher on these calls. The
 * platform translates a party; it is read back in the language of the seller's own address.
 */
import * as z from "zod";
import { PARTY_LOCALES } from "../../domain/listings/party-choices";
import type {
  Manufacturer,
  ManufacturerDraft,
  PartyContact,
  PartyPage,
  PartyPhone,
  PartyQuery,
  PersonContact,
  ResponsiblePerson,
  ResponsiblePersonDraft,
} from "../channel-party";
import { request, type Call, type Session } from "./request";
import { looseList, looseText, readableList } from "./shapes";

const PAGE_SIZE = 100;

const Phone = z
  .object({ availability: looseText, country_code: looseText, local_number: looseText })
  .nullish();

const MakerRow = z.object({
  id: z.string().min(1),
  regional_profiles: looseList(
    z.object({
      locale: looseText,
      name: looseText,
      registered_trade_name: looseText,
      email: looseText,
      phone_number: Phone,
      address: looseText,
    }),
  ),
});
const MakersAnswer = z.object({
  manufacturers: readableList(MakerRow),
  next_page_token: looseText,
});

export async function listManufacturers(
  session: Session,
  query: PartyQuery = {},
): Promise<PartyPage<Manufacturer>> {
  const answer = await request(session, searchCall("manufacturer", query), MakersAnswer);
  return toPage(answer.manufacturers.flatMap(toManufacturer), answer.next_page_token);
}

function toManufacturer({ id, regional_profiles }: z.infer<typeof MakerRow>): Manufacturer[] {
  const [profile] = regional_profiles;
  if (!profile) return [];
  const phone = toPhone(profile.phone_number);
  const { locale, name, registered_trade_name: tradeName, email, address } = profile;
  return [
    {
      id,
      name,
      ...(tradeName ? { tradeName } : {}),
      email,
      ...(phone ? { phone } : {}),
      address,
      ...(locale ? { locale } : {}),
    },
  ];
}

export async function createManufacturer(
  session: Session,
  { name, tradeName, email, phone, address, locale }: ManufacturerDraft,
): Promise<{ id: string }> {
  const body = {
    name,
    ...(tradeName ? { registered_trade_name: tradeName } : {}),
    email,
    phone_number: fromMakerPhone(phone),
    address,
    ...(locale ? { locale } : {}),
  };
  const shape = z.object({ manufacturer_id: z.string().min(1) });
  const { manufacturer_id } = await request(session, createCall("manufacturers", body), shape);
  return { id: manufacturer_id };
}

const PersonRow = z.object({
  id: z.string().min(1),
  regional_profiles: looseList(
    z.object({
      locale: looseText,
      name: looseText,
      email: looseText,
      phone_number: Phone,
      address: z
        .object({
          street_address_line1: looseText,
          street_address_line2: looseText,
          district: looseText,
          city: looseText,
          province: looseText,
          postal_code: looseText,
          country: looseText,
        })
        .nullish(),
    }),
  ),
});
const PersonsAnswer = z.object({
  responsible_persons: readableList(PersonRow),
  next_page_token: looseText,
});

export async function listResponsiblePersons(
  session: Session,
  query: PartyQuery = {},
): Promise<PartyPage<ResponsiblePerson>> {
  const answer = await request(session, searchCall("responsible_person", query), PersonsAnswer);
  return toPage(answer.responsible_persons.flatMap(toPerson), answer.next_page_token);
}

function toPerson({ id, regional_profiles }: z.infer<typeof PersonRow>): ResponsiblePerson[] {
  const [profile] = regional_profiles;
  if (!profile) return [];
  const { locale, name, email, phone_number, address } = profile;
  // The other parts of a street address are no longer written, but old persons have them.
  const street = [
    address?.street_address_line1,
    address?.street_address_line2,
    address?.district,
    address?.city,
    address?.province,
  ];
  return [
    {
      id,
      name,
      email,
      phone: toPhone(phone_number) ?? { countryCode: "", localNumber: "" },
      address: {
        street: street.filter(Boolean).join(", "),
        postcode: address?.postal_code ?? "",
        country: address?.country ?? "",
      },
      ...(locale ? { locale } : {}),
    },
  ];
}

export async function createResponsiblePerson(
  session: Session,
  { name, email, phone, address, locale }: ResponsiblePersonDraft,
): Promise<{ id: string }> {
  const body = {
    name,
    email,
    phone_number: fromPhone(phone),
    address: {
      street_address_line1: address.street,
      postal_code: address.postcode,
      country: address.country,
    },
    ...(locale ? { locale } : {}),
  };
  const shape = z.object({ responsible_person_id: z.string().min(1) });
  const answer = await request(session, createCall("responsible_persons", body), shape);
  return { id: answer.responsible_person_id };
}

export function correctManufacturer(
  session: Session,
  id: string,
  { phone, tradeName, locale }: PartyContact,
): Promise<void> {
  const body = {
    ...(tradeName ? { registered_trade_name: tradeName } : {}),
    phone_number: fromMakerPhone(phone),
  };
  return correct(session, `manufacturers/${id}`, body, locale);
}

export function correctResponsiblePerson(
  session: Session,
  id: string,
  { phone, locale }: PersonContact,
): Promise<void> {
  return correct(session, `responsible_persons/${id}`, { phone_number: fromPhone(phone) }, locale);
}

/** A party has a profile in each language, which are edited one by one; that which is read back comes last. */
async function correct(
  session: Session,
  party: string,
  change: object,
  home: string | undefined,
): Promise<void> {
  const locales = PARTY_LOCALES.toSorted((a, b) => Number(a === home) - Number(b === home));
  for (const locale of locales) {
    const call = createCall(`${party}/partial_edit`, { ...change, locale });
    await request(session, { ...call, replaySafe: true }, z.unknown());
  }
}

function searchCall(
  kind: "manufacturer" | "responsible_person",
  { ids, keyword, cursor }: PartyQuery,
): Call {
  return {
    method: "POST",
    path: `/product/202501/compliance/${kind}s/search`,
    query: { page_size: String(PAGE_SIZE), ...(cursor ? { page_token: cursor } : {}) },
    // An empty object would not be signed the same way by every reading of the rules.
    ...(ids || keyword
      ? { body: { ...(ids ? { [`${kind}_ids`]: ids } : {}), ...(keyword ? { keyword } : {}) } }
      : {}),
    needsShop: false,
    replaySafe: true,
  };
}

function createCall(path: string, body: unknown): Call {
  return { method: "POST", path: `/product/202409/compliance/${path}`, body, needsShop: false };
}

function toPage<T>(parties: readonly T[], next: string): PartyPage<T> {
  return { parties, ...(next ? { next } : {}) };
}

const fromPhone = ({ countryCode, localNumber }: PartyPhone) => ({
  country_code: countryCode,
  local_number: localNumber,
});

const fromMakerPhone = (phone: PartyPhone | undefined) =>
  phone ? { availability: "AVAILABLE", ...fromPhone(phone) } : { availability: "UNAVAILABLE" };

function toPhone(raw: z.infer<typeof Phone>): PartyPhone | undefined {
  if (!raw?.local_number || raw.availability === "UNAVAILABLE") return undefined;
  return { countryCode: raw.country_code, localNumber: raw.local_number };
}
