import { observeNow } from "../../sync/catalogue/refresh-products";
import { openPorts } from "../connection-ports";
import type { ItemKind } from "../kind";
import { pushEach, showFailedPush } from "./push-products";
import { pageOfSelected, Selected } from "./selection";

/** Reads the chosen products in the store again and publishes what changed. */
export const repullProducts: ItemKind<Selected> = {
  runs: "items",
  parameters: Selected,
  isReviewed: true,
  perMessage: 10,
  page: pageOfSelected,
  async run({ services, connection }, keys) {
    await observeNow(openPorts(services, connection), keys);
    return pushEach(services, connection, keys);
  },
  giveUp: showFailedPush,
};
