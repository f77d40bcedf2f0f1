/** Names behind ids: option values with their axis, features with their value. Read once per pull. */
import { text, words } from "./json";
import type { ShopClient } from "./request";

export interface NamedPair {
  name: string;
  value: string;
}

/** Looks a pair up by the id of its value. */
export type PairsById = ReadonlyMap<string, NamedPair>;

/** Option values ("Size", "M") by value id. Two requests. */
export async function readOptions(client: ShopClient, languageId: string): Promise<PairsById> {
  const [groups, values] = await Promise.all([
    client.list("product_options", { display: "[id,name,public_name]", language: languageId }),
    client.list("product_option_values", {
      display: "[id,id_attribute_group,name]",
      language: languageId,
    }),
  ]);
  const axis = new Map(
    groups.map((row) => [
      text(row, "id"),
      words(row, "public_name", languageId) || words(row, "name", languageId),
    ]),
  );
  return new Map(
    values.map((row) => [
      text(row, "id"),
      {
        name: axis.get(text(row, "id_attribute_group")) ?? "",
        value: words(row, "name", languageId),
      },
    ]),
  );
}

/** Feature values ("Composition", "Cotton") by value id. Two requests. */
export async function readFeatures(client: ShopClient, languageId: string): Promise<PairsById> {
  const [features, values] = await Promise.all([
    client.list("product_features", { display: "[id,name]", language: languageId }),
    client.list("product_feature_values", {
      display: "[id,id_feature,value]",
      language: languageId,
    }),
  ]);
  const names = new Map(features.map((row) => [text(row, "id"), words(row, "name", languageId)]));
  return new Map(
    values.map((row) => [
      text(row, "id"),
      { name: names.get(text(row, "id_feature")) ?? "", value: words(row, "value", languageId) },
    ]),
  );
}
