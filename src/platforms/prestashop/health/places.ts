/**
 * The store's language and the market's country: told by the module, or pieced together from the
 * webservice as far as the key may read. Which carrier serves a zone only the module knows.
 */
import type { Part } from "../../../domain/health/finding";
import { flag, text, type Row } from "../json";
import type { StoreClient } from "../request";
import type { Evidence, Health, Place, Reader } from "./evidence";

/** What the module says of both; undefined where it is not there or too old to know. */
export function reportedByModule(module: Part<Health>, country: string | undefined) {
  const health = "value" in module ? module.value : undefined;
  const { language, countries } = health ?? {};
  return {
    language: language === undefined ? undefined : { value: language ?? undefined },
    place: countries && { value: countries.find(({ code }) => code === country) },
  };
}

/** One request. */
export async function readLanguage(
  client: StoreClient,
  read: Reader,
  languageId: string,
): Promise<Evidence["language"]> {
  const rows = await read.optional(() =>
    client.list("languages", { display: "[id,iso_code,active]", "filter[id]": languageId }),
  );
  if (!("value" in rows)) return rows;
  const [row] = rows.value;
  return { value: row && { code: text(row, "iso_code"), isActive: flag(row, "active") } };
}

/** Three requests. */
export async function readPlace(
  client: StoreClient,
  read: Reader,
  country: string,
): Promise<Part<Place | undefined>> {
  const rows = await read.needed(() =>
    client.list("countries", {
      display: "[id,id_zone,iso_code,active]",
      "filter[iso_code]": country,
    }),
  );
  if (!("value" in rows)) return rows;
  const [row] = rows.value;
  if (!row) return { value: undefined };
  const [zones, rules] = await Promise.all([
    read.optional(() =>
      client.list("zones", { display: "[id,active]", "filter[id]": text(row, "id_zone") }),
    ),
    read.optional(() =>
      client.list("tax_rules", {
        display: "[id]",
        "filter[id_country]": text(row, "id"),
        "filter[id_tax]": ">[0]",
        limit: 1,
      }),
    ),
  ]);
  const isTrue = (rows: Part<readonly Row[]>, holds: (rows: readonly Row[]) => boolean) =>
    "value" in rows ? holds(rows.value) : undefined;
  return {
    value: {
      isActive: flag(row, "active"),
      isZoneActive: isTrue(zones, ([zone]) => zone !== undefined && flag(zone, "active")),
      hasTax: isTrue(rules, ({ length }) => length > 0),
    },
  };
}
