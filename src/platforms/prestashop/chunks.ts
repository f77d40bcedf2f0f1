import { chunks as inParts } from "../../lib/chunks";

/** Ids in one filter; a longer address line is refused by common web servers. */
const IDS_PER_REQUEST = 100;

/** Ids in groups that fit one address line. */
export function chunks(ids: readonly string[]): readonly (readonly string[])[] {
  return inParts(ids, IDS_PER_REQUEST);
}
