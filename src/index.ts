/** Everything Cloudflare may call, and nothing else. */
import { compose } from "./compose";
import { createApp } from "./http/app";
import { consumeBatch } from "./jobs/consume";
import { runCron } from "./jobs/cron";
import { consumeDeadBatch } from "./jobs/dead-letter";
import type { JobMessage } from "./tasks/messages";

export { ConnectionLedger } from "./ledger/connection-ledger";

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
