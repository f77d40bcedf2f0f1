/** Everything Cloudflare may call, and nothing else. */
import { composeOnce } from "./compose";
import { ledgerPortsOf } from "./compose/ledger-ports";
import { createApp } from "./http/app";
import { consumeBatch } from "./jobs/consume";
import { runCron } from "./jobs/cron";
import { consumeDeadBatch } from "./jobs/dead-letter";
import { LedgerObject } from "./ledger/ledger-object";
import type { JobMessage } from "./tasks/messages";

/** The ledger of a connection, with the ports it works through. */
export class ConnectionLedger extends LedgerObject {
  constructor(ctx: DurableObjectState, env: Cloudflare.Env) {
    super(ctx, env, (connectionId, ledger) =>
      ledgerPortsOf(composeOnce(env), connectionId, ledger),
    );
  }
}

const app = createApp(composeOnce);
const DEAD_QUEUE = "weft-jobs-dead";

export default {
  fetch: app.fetch,
  queue: (batch, env) =>
    batch.queue === DEAD_QUEUE
      ? consumeDeadBatch(composeOnce(env), batch)
      : consumeBatch(composeOnce(env), batch),
  scheduled: (event, env) => runCron(composeOnce(env), event.scheduledTime),
} satisfies ExportedHandler<Cloudflare.Env, JobMessage>;
