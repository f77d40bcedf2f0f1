/** Manufacturers and responsible persons, whom product safety law of the EU asks for on listings. */
import * as z from "zod";
import { EU_COUNTRIES, PARTY_LOCALES } from "../domain/listings/party-choices";
import { OfConnection } from "./common";
import { defineRoutes } from "./route";

const shortName = (most: number) => z.string().trim().min(1).max(most);
const Email = z.email().max(200);
const Phone = (least: number, most: number) =>
  z.object({
    countryCode: z.string().regex(/^\+\d{1,4}$/),
    localNumber: z.string().regex(new RegExp(`^\\d{${least},${most}}$`)),
  });
const Locale = z.enum(PARTY_LOCALES).optional().describe("Absent: that of the seller's address.");

const ManufacturerDraft = z.object({
  name: shortName(255),
  tradeName: shortName(200).optional(),
  email: Email,
  phone: Phone(7, 20).optional().describe("Absent: it has none."),
  address: shortName(500).describe("In one line."),
  locale: Locale,
});

const ResponsiblePersonDraft = z.object({
  name: shortName(200),
  email: Email,
  phone: Phone(7, 11),
  address: z.object({
    street: shortName(500).describe("With house number and town."),
    postcode: shortName(20),
    country: z.enum(EU_COUNTRIES),
  }),
  locale: Locale,
});

export const Party = z
  .object({
    id: z.string(),
    name: z.string(),
    email: z.string(),
    address: z.string().describe("In one line."),
    phone: z.string().describe("With its country code; empty: it has none."),
  })
  .meta({ id: "Party" });
export type Party = z.infer<typeof Party>;

export const partyRoutes = defineRoutes({
  "GET /api/connections/:id/parties": {
    name: "listParties",
    summary: "List the manufacturers and responsible persons that the seller has on the channel",
    needs: "admin",
    params: OfConnection,
    answer: z
      .object({ manufacturers: z.array(Party), responsiblePersons: z.array(Party) })
      .meta({ id: "Parties" }),
  },
  "POST /api/connections/:id/manufacturers": {
    name: "createManufacturer",
    summary:
      "Register a manufacturer on the channel; the same one again corrects its phone and trade name",
    needs: "admin",
    params: OfConnection,
    body: ManufacturerDraft,
    answer: Party,
  },
  "POST /api/connections/:id/responsible-persons": {
    name: "createResponsiblePerson",
    summary: "Register a responsible person on the channel; the same again corrects the phone",
    needs: "admin",
    params: OfConnection,
    body: ResponsiblePersonDraft,
    answer: Party,
  },
});
