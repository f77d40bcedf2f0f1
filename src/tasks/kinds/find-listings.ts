import * as z from "zod";
import { findUnmappedStep } from "../../sync/listings/find-unmapped";
import { channelPorts } from "../connection-ports";
import type { PageKind } from "../kind";

const Parameters = z.object({
  /** Epoch ms; listings that the search does not meet from then on are gone. */
  startedAt: z.number(),
});

/** Reads all listings of the shop and proposes a product for each that none stands for. */
export const findListings: PageKind<z.infer<typeof Parameters>> = {
  runs: "pages",
  side: "channel",
  parameters: Parameters,
  async begin() {},
  async step({ services, connection, parameters }, progress) {
    const deps = await channelPorts(services, connection);
    return findUnmappedStep(deps, parameters.startedAt, progress);
  },
  async end() {},
};
