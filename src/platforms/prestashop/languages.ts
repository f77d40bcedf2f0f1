import { flag, text, type Row } from "./json";
import type { StoreClient } from "./request";
import type { StoreLanguage } from "./store-memory";
import { listIfAllowed } from "./store-shop";

/** Texts of more languages make the answer to a page of products too large to be read at once. */
const MOST_LANGUAGES = 9;

/**
 * The active languages besides the store's own, in the order of their ids; the first nine. Undefined
 * where neither the key may read them nor `askModule` knows. One request.
 */
export async function readOtherLanguages(
  client: StoreClient,
  ownId: string,
  askModule: () => Promise<readonly StoreLanguage[] | undefined>,
): Promise<readonly StoreLanguage[] | undefined> {
  const rows = await listIfAllowed(client, "languages", {
    display: "[id,iso_code,locale,active]",
  });
  const active = rows?.filter((row) => flag(row, "active")).map(toLanguage) ?? (await askModule());
  return active?.filter(({ id }) => id !== ownId).slice(0, MOST_LANGUAGES);
}

function toLanguage(row: Row): StoreLanguage {
  return { id: text(row, "id"), code: text(row, "locale") || text(row, "iso_code") };
}
