/** Env to services: the only file that knows every room. It wires and decides nothing. */
import { waitUntil } from "cloudflare:workers";
import { openConnection } from "./compose/open-connection";
import { ledgerClient } from "./compose/ledger-client";
import { publicFetch } from "./compose/public-fetch";
import { refreshStore } from "./compose/refresh-store";
import { keepMail } from "./db/accounts/mails";
import { openDatabase } from "./db/database";
import type { AppServices } from "./http/context";
import type { JobMessage } from "./tasks/messages";
import type { LedgerApi } from "./sync/ledger-api";
import { chunks } from "./lib/chunks";
import { jsonLog } from "./lib/log";
import { bindingMailer, outboxMailer, unconfiguredMailer, type Mailer } from "./lib/mail";
import { randomText } from "./lib/random-text";
import { readSettings, type Settings } from "./settings";

/** Messages one call to the queue takes. */
const QUEUE_BATCH = 100;
/** 100 random bits. */
const ID_LETTERS = 20;

export function compose(env: Cloudflare.Env): AppServices {
  const settings = readSettings({ ...env });
  const db = openDatabase(env.DB);
  const now = () => Date.now();
  const newId = (prefix: string) => `${prefix}_${randomText(ID_LETTERS)}`;
  const ledger = (connectionId: string) =>
    ledgerClient(env.LEDGER.getByName(connectionId) as unknown as LedgerApi);
  const parts = { settings, db, now, random: () => Math.random(), fetch: publicFetch(settings) };
  return {
    ...parts,
    // oxlint-disable-next-line no-console -- the one place lines leave the Worker
    log: jsonLog((line) => console.log(line)),
    newId,
    ledger,
    enqueue: (messages, delaySeconds) => enqueue(env.JOBS, messages, delaySeconds),
    openConnection: (connectionId) =>
      openConnection(parts, connectionId, {
        lease: (side, wanted, terms) => ledger(connectionId).lease(side, wanted, terms),
        freshAccess: (stale) => ledger(connectionId).freshAccess(stale),
      }),
    refreshStore: (connection) => refreshStore({ db, now }, connection),
    mailer: mailerOf(env, settings, (mail) => keepMail(db, newId("mail"), mail, now())),
    mayTryLogin: (key) => isWithin(env.LOGIN_LIMIT, key),
    mayCallApi: (key) => isWithin(env.API_LIMIT, key),
    inBackground: (work) => waitUntil(work),
    assets: env.ASSETS,
  };
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
