/** Which level fills a field of a product, with what, and what the product would have without its own. */
import type { ListingDetails } from "./listing-details";
import {
  resolveFields,
  type FieldOrigin,
  type FieldSources,
  type Resolved,
} from "./resolve-fields";

/** A value as people read it, with the channel's id where it has one. */
export interface FieldValue {
  id?: string;
  name: string;
}

interface Level {
  origin: FieldOrigin;
  values: FieldValue[];
}

export interface FieldLevel extends Level {
  /** "brand", "attribute:<id>", "certificate:<id>"... */
  field: string;
  inherited: Level | null;
}

/** Every field that some level fills. */
export function fieldLevels(sources: FieldSources): FieldLevel[] {
  const inherited = levelsOf({ ...sources, details: {} });
  return [...levelsOf(sources)].map(([field, level]) => ({
    field,
    ...level,
    inherited: inherited.get(field) ?? null,
  }));
}

function levelsOf(sources: FieldSources): Map<string, Level> {
  const fields = resolveFields(sources);
  const levels = new Map<string, Level>();
  const add = <Value>(
    field: string,
    resolved: Resolved<Value> | undefined,
    toValues: (value: Value, origin: FieldOrigin) => FieldValue[],
  ) => {
    if (!resolved) return;
    const { origin, value } = resolved;
    levels.set(field, { origin, values: toValues(value, origin) });
  };
  add("brand", fields.brandId, (id, origin) => [{ id, name: brandName(sources, id, origin) }]);
  for (const { id, values } of sources.attributes)
    add(`attribute:${id}`, fields.attributes.get(id), (chosen) =>
      chosen.map((one) => {
        const name = values.find((value) => value.id === one.id)?.name ?? one.name ?? "";
        return { ...one, name };
      }),
    );
  add("sizeChart", fields.sizeChartUri, (id) => [{ id, name: "" }]);
  add("packageWeight", fields.packageWeight, (grams) => [{ name: String(grams) }]);
  add("packageSize", fields.packageSize, ({ lengthMm, widthMm, heightMm }) =>
    [lengthMm, widthMm, heightMm].map((measure) => ({ name: String(measure) })),
  );
  for (const [id, proof] of fields.certificates)
    add(`certificate:${id}`, proof, ({ files }) =>
      files.map((file) => ({ name: file.kind === "pdf" ? file.name : "" })),
    );
  add("manufacturers", fields.manufacturerIds, (ids) => ids.map((id) => ({ id, name: "" })));
  add("responsiblePersons", fields.responsiblePersonIds, (ids) =>
    ids.map((id) => ({ id, name: "" })),
  );
  return levels;
}

/** As the level that chose it calls it. */
function brandName(sources: FieldSources, id: string, origin: FieldOrigin): string {
  const { details, categoryDetails, defaults, mappings } = sources;
  if (origin === "mapping") {
    const source = mappings.find(({ field }) => field === "brand")?.source;
    return Object.values(source?.values ?? {}).find((one) => one.id === id)?.name ?? id;
  }
  const chosen = { product: details, category: categoryDetails, feature: {}, default: defaults };
  const { brand }: ListingDetails = chosen[origin];
  return brand?.name ?? id;
}
