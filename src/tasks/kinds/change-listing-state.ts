import * as z from "zod";
import { previewState } from "../../domain/listings/preview-listing";
import { changeListingStates } from "../../sync/listings/change-listing-state";
import { channelPorts } from "../connection-ports";
import type { ItemKind } from "../kind";
import { previewed } from "./previewed";
import { pageOfSelected, Selected } from "./selection";

const Parameters = Selected.extend({ action: z.enum(["activate", "deactivate", "delete"]) });

/** Puts the chosen products' listings on or off sale, or takes them away. */
export const changeListingState: ItemKind<z.infer<typeof Parameters>> = {
  runs: "items",
  parameters: Parameters,
  isReviewed: true,
  // The channel takes twenty at a time.
  perMessage: 20,
  page: pageOfSelected,
  preview: previewed((listed, { action }) => previewState(action, listed)),
  async run({ services, connection, parameters }, keys) {
    return changeListingStates(await channelPorts(services, connection), parameters.action, keys);
  },
};
