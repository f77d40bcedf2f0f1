import { nextId, type Context } from "../context";
import { ApiError } from "../envelope";
import { record, records, text, texts, type Fields } from "../fields";
import { pageOf } from "../paging";
import { sellerRoute, type ApiRequest, type Route } from "../request";

/** A manufacturer or a responsible person of the EU's product safety rules. */
export interface Party {
  id: string;
  kind: "manufacturer" | "responsible-person";
  sellerId: string;
  details: Fields;
}

function createParty(context: Context, request: ApiRequest, kind: Party["kind"]): unknown {
  const { body } = request;
  if (text(body["name"]).trim() === "" || text(body["email"]).trim() === "")
    throw new ApiError(12052910, "Invalid input parameters. name and email are required.");
  const addresses = kind === "responsible-person" ? records(body["locales"]) : [{}];
  if (addresses.length === 0 && Object.keys(record(body["address"])).length === 0)
    throw new ApiError(12052910, "Invalid input parameters. address is required.");
  const id = nextId(context, "party");
  const { sellerId } = request.authorization;
  const party: Party = { id, kind, sellerId, details: body };
  context.storage.put("tts:party", id, party);
  return { [kind === "manufacturer" ? "manufacturer_id" : "responsible_person_id"]: id };
}

function searchParties(context: Context, request: ApiRequest, kind: Party["kind"]): unknown {
  const field = kind === "manufacturer" ? "manufacturer" : "responsible_person";
  const wanted = texts(request.body[`${field}_ids`]);
  const rows = context.storage
    .list<Party>("tts:party")
    .filter((party) => party.kind === kind && party.sellerId === request.authorization.sellerId)
    .filter((party) => wanted.length === 0 || wanted.includes(party.id));
  const page = pageOf(rows, request.query, { maximum: 100, fallback: 10, badSize: 12019109 });
  const shown = page.rows.map(({ id, details }) => ({ id, ...details }));
  return { [`${field}s`]: shown, total_count: page.total, next_page_token: page.next };
}

const SCOPE = "seller.product.basic";
const MAKER = "/product/202409/compliance/manufacturers";
const PERSON = "/product/202409/compliance/responsible_persons";

export const complianceRoutes: readonly Route[] = [
  sellerRoute("POST", MAKER, SCOPE, (context, request) =>
    createParty(context, request, "manufacturer"),
  ),
  sellerRoute("POST", PERSON, SCOPE, (context, request) =>
    createParty(context, request, "responsible-person"),
  ),
  sellerRoute("POST", `${MAKER.replace("202409", "202501")}/search`, SCOPE, (context, request) =>
    searchParties(context, request, "manufacturer"),
  ),
  sellerRoute("POST", `${PERSON.replace("202409", "202501")}/search`, SCOPE, (context, request) =>
    searchParties(context, request, "responsible-person"),
  ),
];
