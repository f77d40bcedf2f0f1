import { resendOffers } from "../../sync/listings/resend-offers";
import { openPorts } from "../connection-ports";
import type { ItemKind } from "../kind";
import { pageOfSelected, Selected } from "./selection";

/** Products of one read of the store. */
const PER_MESSAGE = 50;

/** Reads the chosen products in the store now and has the ledger send `what`, changed or not. */
export function updateOf(what: "stock" | "price"): ItemKind<Selected> {
  return {
    runs: "items",
    parameters: Selected,
    perMessage: PER_MESSAGE,
    page: pageOfSelected,
    run: ({ services, connection }, keys) =>
      resendOffers(openPorts(services, connection), keys, what),
  };
}
