/**
 * The parties that product safety law asks for on a listing. They belong to the seller, not to one
 * shop, and a listing refers to them by id.
 */

export interface PartyPhone {
  /** With its plus sign: "+49". */
  countryCode: string;
  /** Digits only. */
  localNumber: string;
}

/** Who made a product, in one language; the channel may translate it. */
export interface ManufacturerDraft {
  name: string;
  tradeName?: string;
  email: string;
  /** Absent: the manufacturer has none. */
  phone?: PartyPhone;
  /** In one line. */
  address: string;
  /** As "de-DE"; absent: the language of the seller's own address. */
  locale?: string;
}

/** Who answers for a product within the EU. */
export interface ResponsiblePersonDraft {
  name: string;
  email: string;
  phone: PartyPhone;
  /** `street` with house number and town; `country` as two letters, of the EU. */
  address: { street: string; postcode: string; country: string };
  locale?: string;
}

export type Manufacturer = ManufacturerDraft & { id: string };
export type ResponsiblePerson = ResponsiblePersonDraft & { id: string };

/** How a party is reached, as it is corrected. */
export interface PartyContact {
  /** Absent: it has none. */
  phone?: PartyPhone | undefined;
  /** Absent: as it was. */
  tradeName?: string | undefined;
  /** In which it is read back: corrected last, so that a correction that broke off is seen to be owed. */
  locale?: string | undefined;
}

export interface PersonContact extends Pick<PartyContact, "locale"> {
  phone: PartyPhone;
}

/** At most 100 ids, which win over the keyword; without either every party. */
export interface PartyQuery {
  ids?: readonly string[];
  /** In name, trade name, e-mail or number. */
  keyword?: string;
  cursor?: string;
}

export interface PartyPage<T> {
  parties: readonly T[];
  /** Absent at the end. */
  next?: string;
}

/**
 * One request each. A create is not idempotent on the wire: after an unclear answer (`maybeApplied`)
 * search for the name first.
 */
export interface PartyCalls {
  listManufacturers(query?: PartyQuery): Promise<PartyPage<Manufacturer>>;
  createManufacturer(draft: ManufacturerDraft): Promise<{ id: string }>;
  listResponsiblePersons(query?: PartyQuery): Promise<PartyPage<ResponsiblePerson>>;
  createResponsiblePerson(draft: ResponsiblePersonDraft): Promise<{ id: string }>;
  /** One request for each language; in all of them it is then the same. */
  correctManufacturer(id: string, contact: PartyContact): Promise<void>;
  correctResponsiblePerson(id: string, contact: PersonContact): Promise<void>;
}
