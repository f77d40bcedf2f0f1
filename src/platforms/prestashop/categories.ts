import type { SourceCategory } from "../../domain/catalogue/source-product";
import { flag, text, localized, type Row } from "./json";
import { listApart } from "./list-apart";
import type { StoreClient } from "./request";

/**
 * Every category but the technical root, with the path a merchant knows; one without a name is known by its id,
 * "#12". One request per 500.
 */
export async function listCategories(
  client: StoreClient,
  languageId: string,
): Promise<readonly SourceCategory[]> {
  const { rows } = await listApart(
    client,
    "categories",
    { display: "[id,id_parent,name,active]", language: languageId },
    { display: "[id,id_parent,active]" },
  );
  return toCategories(
    rows.filter((row) => text(row, "id") !== ""),
    languageId,
  );
}

/** The root is the category whose parent is 0; stores show nobody that one. */
export function toCategories(rows: readonly Row[], languageId: string): readonly SourceCategory[] {
  const byId = new Map(rows.map((row) => [text(row, "id"), row]));
  const isRoot = (row: Row) => text(row, "id_parent") === "0" || text(row, "id_parent") === "";
  const nameOf = (row: Row) => localized(row, "name", languageId) || `#${text(row, "id")}`;
  const pathOf = (row: Row, seen: ReadonlySet<string>): readonly string[] => {
    const id = text(row, "id");
    if (isRoot(row) || seen.has(id)) return [];
    const parent = byId.get(text(row, "id_parent"));
    const above = parent ? pathOf(parent, new Set([...seen, id])) : [];
    return [...above, nameOf(row)];
  };
  const toCategory = (row: Row): SourceCategory => {
    const parent = byId.get(text(row, "id_parent"));
    return {
      id: text(row, "id"),
      ...(parent && !isRoot(parent) ? { parentId: text(parent, "id") } : {}),
      name: nameOf(row),
      path: pathOf(row, new Set()).join(" > "),
      isActive: flag(row, "active"),
    };
  };
  return rows.filter((row) => !isRoot(row)).map(toCategory);
}
