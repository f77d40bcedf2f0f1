/** Ids in one filter; a longer address line is refused by common web servers. */
const IDS_PER_REQUEST = 100;

/** Ids in groups that fit one address line. */
export function chunks(ids: readonly string[]): readonly (readonly string[])[] {
  const parts: (readonly string[])[] = [];
  for (let start = 0; start < ids.length; start += IDS_PER_REQUEST)
    parts.push(ids.slice(start, start + IDS_PER_REQUEST));
  return parts;
}
