import * as z from "zod";
import { changeConnection } from "../../db/connections/connections";
import { onceFor } from "../../lib/once-for";
import { openPagesAhead, type PagesAhead } from "../../sync/catalogue/pages-ahead";
import { pullStep } from "../../sync/catalogue/pull-products";
import { openPorts } from "../connection-ports";
import type { PageKind } from "../kind";
import { renewStore } from "../refresh-store";
import type { OpenConnection } from "../services";

const Parameters = z.object({
  window: z.object({ from: z.number().optional(), until: z.number().optional() }),
  /** Epoch ms; the next pull "since the last one" asks from then on. */
  startedAt: z.number(),
});

const pagesAheadOf = onceFor<OpenConnection, PagesAhead>(openPagesAhead);

/** Two pulls within seconds are one wish: the second does not ask the store about itself again. */
const JUST_ASKED_MS = 5_000;

/** Reads the store's categories and the products of a window of time. */
export const pullProducts: PageKind<z.infer<typeof Parameters>> = {
  runs: "pages",
  side: "source",
  parameters: Parameters,

  async begin({ services, connection }) {
    // A person may have repaired currency, language or units a moment ago: nothing is believed.
    await renewStore(services, connection, JUST_ASKED_MS);
  },

  async step({ services, connection, parameters }, progress, { report, isLast }) {
    const deps = {
      ...openPorts(services, connection),
      source: await connection.source(),
      report,
      ahead: pagesAheadOf(connection),
      isLast,
    };
    return pullStep(deps, parameters.window, progress);
  },

  async end({ services: { db, now }, connection, parameters }) {
    await changeConnection(db, connection.id, { lastPullAt: parameters.startedAt }, now());
  },
};
