import * as z from "zod";
import { categoryMappingsOf } from "../../db/categories/category-mappings";
import { refreshTree } from "../../sync/categories/channel-tree";
import { suggestCategory } from "../../sync/categories/suggest-category";
import { channelPorts, openPorts } from "../connection-ports";
import type { ItemKind } from "../kind";
import { eachKey } from "./each-key";

const Parameters = z.object({});

/** Suggests a channel category for every source category without an accepted one. */
export const suggestCategories: ItemKind<z.infer<typeof Parameters>> = {
  runs: "items",
  parameters: Parameters,
  perMessage: 10,

  async page({ services: { db, now }, connection }, after) {
    const rows = await categoryMappingsOf(db, connection.id, now).list();
    return rows
      .filter(({ mapping }) => mapping?.state !== "accepted")
      .map(({ sourceCategoryId, path }) => ({ key: sourceCategoryId, label: path }))
      .filter(({ key }) => key > after || (after === "" && key === ""))
      .toSorted((a, b) => (a.key < b.key ? -1 : 1));
  },

  async run({ services, connection }, keys) {
    await refreshTree(openPorts(services, connection));
    const deps = await channelPorts(services, connection);
    const leaves = await deps.channelCategories.listLeaves();
    const suggested = await eachKey(keys, (key) => suggestCategory({ ...deps, leaves }, key));
    if (connection.settings.acceptSuggestions) await deps.ledger.placeCategories();
    return suggested;
  },
};
