import * as z from "zod";
import { unmappedListingsOf } from "../../db/listings/unmapped-listings";
import { mapListing } from "../../sync/listings/map-listing";
import { channelPorts } from "../connection-ports";
import type { ItemKind } from "../kind";
import { eachKey } from "./each-key";

const Parameters = z.object({
  /** Listings by their id on the channel; absent: all whose proposal is sure. */
  ids: z.array(z.string()).optional(),
  sendsStock: z.boolean(),
  sendsPrice: z.boolean(),
});

const PAGE = 2_000;

/** Lets listings of the seller's stand for the products proposed for them. */
export const mapListings: ItemKind<z.infer<typeof Parameters>> = {
  runs: "items",
  parameters: Parameters,
  perMessage: 10,
  async page({ services: { db }, connection, parameters }, after) {
    const rows = await unmappedListingsOf(db, connection.id).pageToMap(parameters.ids, after, PAGE);
    return rows.map(({ id, title }) => ({ key: id, label: title }));
  },
  async run({ services, connection, parameters }, keys) {
    const deps = await channelPorts(services, connection);
    const { ids, ...rules } = parameters;
    return eachKey(keys, (key) => mapListing(deps, key, { ...rules, isAll: ids === undefined }));
  },
};
