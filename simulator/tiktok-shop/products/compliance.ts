// The parties of the EU's product safety rules: created once by a seller, found by id or keyword. The
// platform translates what it is given; this world shows the same text in every language.
import { nextId, type Context } from "../context";
import { ApiError } from "../envelope";
import { record, text, texts, type Fields } from "../fields";
import { marketOf } from "../markets/markets";
import { pageOf } from "../paging";
import { sellerRoute, type ApiRequest, type Route } from "../request";
import { shopsOf } from "../shops/shop";
import { checkManufacturer, checkResponsiblePerson, LOCALES } from "./check-party-details";
import type { Issue } from "./issue";

/** A manufacturer or a responsible person. */
export interface Party {
  id: string;
  kind: "manufacturer" | "responsible-person";
  sellerId: string;
  details: Fields;
  /** What was edited in one language. */
  profiles?: Readonly<Record<string, Fields>>;
}

interface Kind {
  kind: Party["kind"];
  /** The name of its fields on the wire. */
  field: string;
  check(body: Fields): Issue[];
}

const MANUFACTURER: Kind = {
  kind: "manufacturer",
  field: "manufacturer",
  check: checkManufacturer,
};
const RESPONSIBLE_PERSON: Kind = {
  kind: "responsible-person",
  field: "responsible_person",
  check: checkResponsiblePerson,
};

const PAGE_MAXIMUM = 100;

function refuseGlobal(context: Context, sellerId: string): void {
  const isGlobal = shopsOf(context, sellerId).some((shop) => shop.sellerType === "CROSS_BORDER");
  if (isGlobal) throw new ApiError(38023050, "Operation is not supported for global seller");
}

const createParty = (kind: Kind) => (context: Context, request: ApiRequest) => {
  const { sellerId } = request.authorization;
  refuseGlobal(context, sellerId);
  const [issue] = kind.check(request.body);
  if (issue) throw new ApiError(issue.code, issue.message);
  const id = nextId(context, "party");
  const party: Party = { id, kind: kind.kind, sellerId, details: request.body };
  context.storage.put("tts:party", id, party);
  return { [`${kind.field}_id`]: id };
};

/** As it is in one language: a field that was not edited there is as it was created. */
const profileOf = ({ details, profiles }: Party, locale: string): Fields => ({
  ...details,
  ...profiles?.[locale],
});

/** Edits one language of a party: a field left out stays, a nested object is replaced whole. */
const editParty = (kind: Kind) => (context: Context, request: ApiRequest) => {
  const { sellerId } = request.authorization;
  refuseGlobal(context, sellerId);
  const party = context.storage.get<Party>("tts:party", request.params["id"] ?? "");
  if (party?.kind !== kind.kind) throw new ApiError(38023051, "Resource not found");
  if (party.sellerId !== sellerId)
    throw new ApiError(38023052, "Seller is not authorised to access resource");
  const { locale: asked, ...change } = request.body;
  const locale = asked === undefined ? homeLocale(context, sellerId) : text(asked);
  const edited = { ...profileOf(party, locale), ...change };
  const [issue] = kind.check({ ...edited, locale });
  if (issue) throw new ApiError(issue.code, issue.message);
  const profiles = { ...party.profiles, [locale]: { ...party.profiles?.[locale], ...change } };
  context.storage.put("tts:party", party.id, { ...party, profiles });
  return {};
};

/** The language of the seller's registered address, as far as it is one of the five. */
function homeLocale(context: Context, sellerId: string): string {
  const regions = shopsOf(context, sellerId).filter(({ region }) => marketOf(region).productSafety);
  const [home] = regions.flatMap(({ region }) =>
    LOCALES.filter((locale) => locale.endsWith(`-${region}`)),
  );
  return home ?? "en-IE";
}

function keywordFits({ details }: Party, keyword: string): boolean {
  const phone = record(details["phone_number"]);
  const searched = [details["name"], details["registered_trade_name"], details["email"]];
  return [...searched, phone["local_number"]].some((value) =>
    text(value).toLowerCase().includes(keyword.toLowerCase()),
  );
}

const searchParties = (kind: Kind) => (context: Context, request: ApiRequest) => {
  const { body, query } = request;
  const { sellerId } = request.authorization;
  refuseGlobal(context, sellerId);
  const ids = texts(body[`${kind.field}_ids`]);
  if (ids.length > Number(query.get("page_size")))
    throw new ApiError(38023049, "The number of ids is larger than page size");
  const asked = texts(body["locales"]);
  if (asked.some((locale) => !LOCALES.includes(locale)))
    throw new ApiError(38023057, "Unsupported locale");
  const locales = asked.length > 0 ? asked : [homeLocale(context, sellerId)];
  const keyword = text(body["keyword"]);
  const rows = context.storage
    .list<Party>("tts:party")
    .filter((party) => party.kind === kind.kind && party.sellerId === sellerId)
    .filter((party) => (ids.length > 0 ? ids.includes(party.id) : keywordFits(party, keyword)));
  const rule = { maximum: PAGE_MAXIMUM, badSize: 38023047, badToken: 38023048 };
  const page = pageOf(rows, query, rule);
  const shown = page.rows.map((party) => ({
    id: party.id,
    regional_profiles: locales.map((locale) => ({ ...profileOf(party, locale), locale })),
  }));
  return { [`${kind.field}s`]: shown, total_count: page.total, next_page_token: page.next };
};

const SCOPE = "seller.product.basic";
const WRITTEN = "/product/202409/compliance";
const SEARCHED = "/product/202501/compliance";

export const complianceRoutes: readonly Route[] = [
  sellerRoute("POST", `${WRITTEN}/manufacturers`, SCOPE, createParty(MANUFACTURER)),
  sellerRoute("POST", `${WRITTEN}/responsible_persons`, SCOPE, createParty(RESPONSIBLE_PERSON)),
  sellerRoute("POST", `${WRITTEN}/manufacturers/{id}/partial_edit`, SCOPE, editParty(MANUFACTURER)),
  sellerRoute(
    "POST",
    `${WRITTEN}/responsible_persons/{id}/partial_edit`,
    SCOPE,
    editParty(RESPONSIBLE_PERSON),
  ),
  sellerRoute("POST", `${SEARCHED}/manufacturers/search`, SCOPE, searchParties(MANUFACTURER)),
  sellerRoute(
    "POST",
    `${SEARCHED}/responsible_persons/search`,
    SCOPE,
    searchParties(RESPONSIBLE_PERSON),
  ),
];
