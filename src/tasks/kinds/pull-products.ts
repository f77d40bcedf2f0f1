import * as z from "zod";
import { changeConnection } from "../../db/connections/connections";
import { isStoreFresh } from "../../domain/connections/source-store";
import { pullStep } from "../../sync/catalogue/pull-products";
import { openPorts } from "../connection-ports";
import type { PageKind } from "../kind";
import { refreshStoreOf } from "../refresh-store";

const Parameters = z.object({
  window: z.object({ from: z.number().optional(), until: z.number().optional() }),
  /** Epoch ms; the next pull "since the last one" asks from then on. */
  startedAt: z.number(),
});

/** Reads the store's categories and the products of a window of time. */
export const pullProducts: PageKind<z.infer<typeof Parameters>> = {
  runs: "pages",
  side: "source",
  parameters: Parameters,

  async begin({ services, connection }) {
    if (!isStoreFresh(connection.sourceStore, services.now()))
      await refreshStoreOf(services, connection);
  },

  async step({ services, connection, parameters }, progress, report) {
    const deps = {
      ...openPorts(services, connection),
      source: await connection.source(),
      report,
    };
    return pullStep(deps, parameters.window, progress);
  },

  async end({ services: { db, now }, connection, parameters }) {
    await changeConnection(db, connection.id, { lastPullAt: parameters.startedAt }, now());
  },
};
