/**
 * Manufacturers and responsible persons of the seller. The channel keeps them, and creating one is not
 * idempotent there: the same one is looked for before it is made, and after an answer that was lost. One that is known by
 * name, e-mail and address and has another phone or trade name is corrected, so that every listing that names it has them.
 */
import { isUnclear } from "../../domain/errors/is-unclear";
import { asSyncError } from "../../domain/errors/sync-error";
import { comparable } from "../../domain/listings/comparable";
import type {
  Manufacturer,
  ManufacturerDraft,
  PartyCalls,
  PartyPage,
  PartyPhone,
  PartyQuery,
  ResponsiblePerson,
  ResponsiblePersonDraft,
} from "../../platforms/channel-party";

export interface PartiesDeps {
  openChannel(): Promise<PartyCalls>;
}

/** A party as pages show it. */
export interface ShownParty {
  id: string;
  name: string;
  email: string;
  /** In one line. */
  address: string;
  /** "+49 15550142"; empty: it has none. */
  phone: string;
}

/** Pages of a hundred; a seller has a handful. */
const MOST_PAGES = 10;

export async function listParties(deps: PartiesDeps) {
  const channel = await deps.openChannel();
  const [manufacturers, responsiblePersons] = await Promise.all([
    readAll((query) => channel.listManufacturers(query), {}),
    readAll((query) => channel.listResponsiblePersons(query), {}),
  ]);
  return {
    manufacturers: manufacturers.map(showManufacturer),
    responsiblePersons: responsiblePersons.map(showPerson),
  };
}

export async function createManufacturer(
  deps: PartiesDeps,
  draft: ManufacturerDraft,
): Promise<ShownParty> {
  const channel = await deps.openChannel();
  const found = await createOnce(
    (query) => channel.listManufacturers(query),
    () => channel.createManufacturer(draft),
    (one: Manufacturer | ManufacturerDraft) => keyOf(showManufacturer({ id: "", ...one })),
    draft,
  );
  const { phone, tradeName = found.tradeName } = draft;
  const isSame = samePhone(found.phone, phone) && found.tradeName === tradeName;
  if (!isSame)
    await channel.correctManufacturer(found.id, { phone, tradeName, locale: found.locale });
  return showManufacturer({ ...draft, id: found.id });
}

export async function createResponsiblePerson(
  deps: PartiesDeps,
  draft: ResponsiblePersonDraft,
): Promise<ShownParty> {
  const channel = await deps.openChannel();
  const found = await createOnce(
    (query) => channel.listResponsiblePersons(query),
    () => channel.createResponsiblePerson(draft),
    (one: ResponsiblePerson | ResponsiblePersonDraft) => keyOf(showPerson({ id: "", ...one })),
    draft,
  );
  const { phone } = draft;
  if (!samePhone(found.phone, phone))
    await channel.correctResponsiblePerson(found.id, { phone, locale: found.locale });
  return showPerson({ ...draft, id: found.id });
}

type Read<Party> = (query: PartyQuery) => Promise<PartyPage<Party>>;

async function createOnce<Draft extends { name: string }>(
  read: Read<Draft & { id: string }>,
  create: () => Promise<{ id: string }>,
  toKey: (party: Draft) => string,
  draft: Draft,
): Promise<Draft & { id: string }> {
  const find = async () => {
    const named = await readAll(read, { keyword: draft.name });
    return named.find((one) => toKey(one) === toKey(draft));
  };
  const known = await find();
  if (known) return known;
  try {
    return { ...draft, ...(await create()) };
  } catch (caught) {
    const made = isUnclear(asSyncError(caught)) ? await find() : undefined;
    if (!made) throw caught;
    return made;
  }
}

async function readAll<Party>(read: Read<Party>, query: PartyQuery): Promise<Party[]> {
  const parties: Party[] = [];
  let cursor: string | undefined;
  for (let page = 0; page < MOST_PAGES; page += 1) {
    const answer = await read(cursor === undefined ? query : { ...query, cursor });
    parties.push(...answer.parties);
    cursor = answer.next;
    if (cursor === undefined) break;
  }
  return parties;
}

const keyOf = ({ name, email, address }: ShownParty) =>
  [name, email, address].map(comparable).join("\n");

const phoneText = (phone: PartyPhone | undefined) =>
  phone?.localNumber ? `${phone.countryCode} ${phone.localNumber}` : "";

const samePhone = (one: PartyPhone | undefined, other: PartyPhone | undefined) =>
  phoneText(one) === phoneText(other);

const showManufacturer = ({ id, name, email, address, phone }: Manufacturer): ShownParty => ({
  id,
  name,
  email,
  address,
  phone: phoneText(phone),
});

const showPerson = ({ id, name, email, address, phone }: ResponsiblePerson): ShownParty => ({
  id,
  name,
  email,
  address: `${address.street}, ${address.postcode}, ${address.country}`,
  phone: phoneText(phone),
});
