// What PHP remarks on while a store shows rows. 1.7's own code asks for the cover of every product
// without looking whether there is one, and PHP 7.4 notices it (measured on 1.7.8.11).
import { ApiFailure } from "../failure";
import { is17 } from "../data/versions";
import { setting } from "../store";
import type { Json, Row } from "../data/row";
import { encode } from "./render-json";
import { errorXml } from "./render-xml";
import { fieldsOf, type View } from "./view";

const COVER = "id_default_image";
const NO_COVER =
  "[PHP Notice #8] Trying to access array offset on value of type bool (classes/Product.php, line 7178)";

interface Read {
  status: number;
  body: string;
}

/**
 * A currency whose name is missing in the store's language: 8.1 to 9 warn while they build the object, and
 * nothing is answered for any row (measured on 8.2.1).
 */
function refuseNameless({ store, resource, wanted }: View, rows: readonly Row[]): void {
  if (is17(store.flavour) || resource.name !== "currencies") return;
  if (wanted.fields === undefined) return;
  const language = setting(store, "PS_LANG_DEFAULT");
  const isNameless = ({ values: { names } }: Row) =>
    typeof names === "object" && names !== null && !(language in names);
  if (!rows.some(isNameless)) return;
  const said = `[PHP Warning #2] Undefined array key ${language} (classes/Currency.php, line 265)`;
  throw new ApiFailure(500, 3, said);
}

/** The answer as PHP's remarks leave it: 500, in JSON with the rows beside them, in XML without. */
export function withRemarks(view: View, rows: readonly Row[], read: Read, json: boolean): Read {
  refuseNameless(view, rows);
  const isNoticed =
    is17(view.store.flavour) &&
    view.resource.name === "products" &&
    fieldsOf(view).some(({ name }) => name === COVER) &&
    rows.some(({ links }) => (links?.["images"] ?? []).length === 0);
  if (!isNoticed) return read;
  const errors = [{ code: 5, message: NO_COVER }];
  if (!json) return { status: 500, body: errorXml({ status: 500, errors }) };
  const shown = JSON.parse(read.body) as { [key: string]: Json };
  return { status: 500, body: encode({ ...shown, errors }) };
}
