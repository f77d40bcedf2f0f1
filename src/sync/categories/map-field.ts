import type { FieldMapping, MappingSource } from "../../domain/listings/field-mapping";
import { cachedRules } from "./category-needs";
import { requireLeaf } from "./channel-tree";
import { attributeOf } from "./preview-field";
import { readDemands, type CategoryDemands, type ReadDemandsDeps } from "./read-demands";

export interface MapFieldDeps extends ReadDemandsDeps {
  categoryFields: ReadDemandsDeps["categoryFields"] & {
    mapField(categoryId: string, field: string, source: MappingSource | null): Promise<void>;
  };
}

/**
 * Says where the products of a category take a field from; null: from nowhere. SyncError merchant as
 * of `requireLeaf`, `request.invalid`.
 */
export async function mapField(
  deps: MapFieldDeps,
  categoryId: string,
  { field, source }: Pick<FieldMapping, "field"> & { source: MappingSource | null },
): Promise<CategoryDemands> {
  await requireLeaf(deps, categoryId);
  // A field that the channel took away may still be cleared.
  if (source) attributeOf((await cachedRules(deps, categoryId)).attributes, field);
  await deps.categoryFields.mapField(categoryId, field, source);
  return readDemands(deps, categoryId);
}
