/** Env to services: the only file that knows every folder. It wires and decides nothing. */
import { waitUntil } from "cloudflare:workers";
import { openConnection } from "./compose/open-connection";
import { ledgerClient } from "./compose/ledger-client";
import { connectionActions } from "./compose/connection-actions";
import { storeUrlRules } from "./compose/addresses";
import {
  channelPlatform,
  channelPlatforms,
  sourcePlatform,
  sourcePlatforms,
} from "./compose/platform-deps";
import { secretsOf } from "./compose/secrets";
import { keepMail } from "./db/accounts/mails";
import { noteWriteOf } from "./compose/note-write";
import { openWorks } from "./compose/works";
import { openDatabase } from "./db/database";
import type { AppServices } from "./http/context";
import { mailOrdersBy, sendMail } from "./http/send-mail";
import { openSenders } from "./http/webhooks/senders";
import type { JobMessage } from "./tasks/messages";
import { chunks } from "./lib/chunks";
import { jsonLog } from "./lib/log";
import { bindingMailer, outboxMailer, unconfiguredMailer, type Mailer } from "./lib/mail";
import { onceFor } from "./lib/once-for";
import { systemRuntime, type Runtime } from "./lib/runtime";
import { repairingBy } from "./platforms/cloudflare-images/repair-picture";
import { publicFetch } from "./platforms/http/public-fetch";
import { readSettings, type Settings } from "./settings";

/** Messages one call to the queue takes. */
const QUEUE_BATCH = 100;
/** The last request to a shop, behind the answer to whoever deletes its connection, is given up after so long. */
const LAST_MS = 5_000;

export function compose(env: Cloudflare.Env, runtime: Runtime = systemRuntime): AppServices {
  const settings = readSettings({ ...env });
  const db = openDatabase(env.DB);
  const ledger = (connectionId: string) => ledgerClient(env.LEDGER.getByName(connectionId));
  const works = openWorks(runtime.now);
  const parts = { ...runtime, settings, db, fetch: publicFetch(storeUrlRules(settings)) };
  // oxlint-disable-next-line no-console -- the one place lines leave the Worker
  const log = jsonLog((line) => console.log(line));
  const mailer = mailerOf(env, settings, (mail) =>
    keepMail(db, runtime.newId("mail"), mail, runtime.now()),
  );
  return withActions({
    ...parts,
    log,
    ledger,
    enqueue: (messages, delaySeconds) => enqueue(env.JOBS, messages, delaySeconds),
    openConnection: (connectionId, work) =>
      openConnection(parts, connectionId, {
        work: works(work),
        lease: (side, wanted, terms) => ledger(connectionId).lease(side, wanted, terms),
        noteWrite: noteWriteOf(ledger(connectionId), log),
        freshAccess: (stale) => ledger(connectionId).freshAccess(stale),
      }),
    openLast: (connectionId) =>
      openConnection(
        { ...parts, settings: { ...settings, httpTimeoutMs: LAST_MS } },
        connectionId,
        {
          lease: async (_side, wanted) => ({ granted: wanted, waitMs: 0 }),
          freshAccess: (stale) => ledger(connectionId).freshAccess(stale),
          mayLackChannel: true,
        },
      ),
    mailer,
    mailAuthorizationEnds: (recipient, facts) =>
      sendMail({ mailer, log }, recipient, undefined, (mails) => mails.authorizationEnds(facts)),
    mailOrders: mailOrdersBy({ mailer, log, settings }),
    mayTryLogin: (key) => isWithin(env.LOGIN_LIMIT, key),
    mayCallApi: (key) => isWithin(env.API_LIMIT, key),
    inBackground: (work) => waitUntil(work),
    secrets: (connection) => secretsOf(parts, connection),
    sourcePlatform,
    sourcePlatforms,
    channelPlatform,
    channelPlatforms,
    ...(env.IMAGES ? { repairPicture: repairingBy(env.IMAGES) } : {}),
    assets: env.ASSETS,
    senders: openSenders(runtime.now),
  });
}

/** The services of an isolate: what they are made of does not change while it lives. */
export const composeOnce = onceFor((env: Cloudflare.Env) => compose(env));

/** Binds what routes ask of a connection to these very services, a test's own ones included. */
export function withActions(services: Omit<AppServices, "connections">): AppServices {
  return { ...services, connections: connectionActions(services) };
}

/** Mail that cannot be sent is never kept: a reset link in a table is a password in a table. */
function mailerOf(env: Cloudflare.Env, settings: Settings, keep: Mailer["send"]): Mailer {
  if (settings.mailFrom) return bindingMailer(env.MAIL, settings.mailFrom);
  if (settings.isDevelopment) return outboxMailer(keep);
  return unconfiguredMailer;
}

async function enqueue(
  queue: Queue,
  messages: readonly JobMessage[],
  delaySeconds?: number,
): Promise<void> {
  for (const part of chunks(messages, QUEUE_BATCH)) {
    const batch = part.map((body) => ({ body }));
    await queue.sendBatch(batch, delaySeconds === undefined ? {} : { delaySeconds });
  }
}

async function isWithin(limit: RateLimit, key: string): Promise<boolean> {
  return (await limit.limit({ key })).success;
}
