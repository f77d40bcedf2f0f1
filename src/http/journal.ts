import type { journalRoutes } from "../contract/journal";
import type { Handlers } from "./call";
import { record } from "./record";

export const journalHandlers: Handlers<typeof journalRoutes> = {
  async "GET /api/connections/:id/journal"({ services, connection, query }) {
    const { outcome, ...asked } = query;
    return services
      .ledger(connection.id)
      .readJournal({ ...asked, onlyFailed: outcome === "failed" });
  },

  async "GET /api/connections/:id/replay"({ services, connection }) {
    return { replay: await services.ledger(connection.id).readReplay() };
  },

  async "POST /api/connections/:id/replay"(call) {
    const { services, connection, body } = call;
    const state = await services.ledger(connection.id).replay(body.of);
    await record(call, connection.id, "journal.replayed", { count: state.events });
    return state;
  },
};
