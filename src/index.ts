/** Everything Cloudflare may call, and nothing else. */
import { compose } from "./compose";
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
    super(ctx, env, (connectionId, ledger) => ledgerPortsOf(compose(env), connectionId, ledger));
  }
}

const app = createApp(compose);
const DEAD_QUEUE = "weft-jobs-dead";

export default {
  fetch: app.fetch,
  queue: (batch, env) =>
    batch.queue === DEAD_QUEUE
      ? consumeDeadBatch(compose(env), batch)
      : consumeBatch(compose(env), batch),
  scheduled: (event, env) => runCron(compose(env), event.scheduledTime),
} satisfies ExportedHandler<Cloudflare.Env, JobMessage>;
