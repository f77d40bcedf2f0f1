import { NOT_LISTED } from "../../sync/listings/not-listed";
import { findShownListing, refreshListing } from "../../sync/listings/refresh-listing";
import { channelPorts } from "../connection-ports";
import type { ItemKind } from "../kind";
import { eachKey } from "./each-key";
import { pageOfSelected, Selected } from "./selection";

/** Reads the chosen products' listings on the channel. */
export const refreshListings: ItemKind<Selected> = {
  runs: "items",
  parameters: Selected,
  perMessage: 10,
  page: pageOfSelected,
  async run({ services, connection }, keys) {
    const deps = await channelPorts(services, connection);
    return eachKey(keys, async (productId) => {
      const listing = await findShownListing(deps, productId);
      return listing ? refreshListing(deps, listing) : NOT_LISTED;
    });
  },
};
