/**
 * What a store's module sends beside events: it pairs, proving itself by a code, and hands over the
 * key it made, signed. Every refusal carries a sentence, because the module shows it to a merchant.
 */
import { Hono } from "hono";
import {
  doubtSourceStore,
  findConnection,
  type ConnectionRow,
} from "../../db/connections/connections";
import { networkOf } from "../../domain/accounts/network";
import { HAND_OVER_SECRETS } from "../../domain/connections/secrets";
import type { Reason } from "../../domain/errors/reason";
import { asSyncError, SyncError } from "../../domain/errors/sync-error";
import type { SourceHandOver } from "../../platforms/source-pairing";
import { createFormat } from "../../i18n/base/format";
import { pickLanguage } from "../../i18n/language";
import { serverCatalogue } from "../../i18n/server-catalogue";
import { problemText } from "../../i18n/base/problem-text";
import { pairStore } from "../../sync/connections/pair-store";
import { requireSecret } from "../../sync/connections/secret-store";
import { verifyBySecrets } from "../../sync/connections/webhook-secrets";
import { checkAgain, ofStore } from "../check-again";
import type { AppContext, AppEnv, AppServices } from "../context";
import { serveOutside } from "../outside-contract";
import { recordByWeft } from "../record";
import { FAILURE_WAIT_SECONDS, mayBeOfStore, mayFail } from "./unsigned";
import { webhookUrlOf } from "../views/connection-view";
import { toApiError } from "../to-api-error";

export const storeModuleRoutes = new Hono<AppEnv>();

serveOutside(storeModuleRoutes, "POST /webhooks/source/:connectionId/pair", (c) =>
  answering(c, async () => {
    const { services } = c.var;
    const connectionId = c.req.param("connectionId");
    const { near } = networkOf(c.req.header("cf-connecting-ip") ?? "local");
    await limit(services, `pair:${near}:${connectionId}`);
    const rawBody = new Uint8Array(await c.req.arrayBuffer());
    const row = await findConnection(services.db, connectionId);
    const platform = row && services.sourcePlatform(row.sourcePlatform);
    const asked = platform?.readPairing(rawBody);
    // An unknown connection answers like a wrong code: the address tells nobody what exists.
    if (!row || !platform || !asked) throw new SyncError("merchant", "pairing.code_invalid");
    const secrets = services.secrets(row);
    const { isNew } = await pairStore({ secrets, now: services.now }, asked);
    const secret = await requireSecret(secrets, "webhook_secret");
    const { shopUrl, moduleVersion } = asked;
    if (isNew) {
      await recordByWeft(services, row, "source.paired", { url: shopUrl, version: moduleVersion });
      await doubtSourceStore(services.db, row.id, services.now());
    }
    const permissions = platform.keyPermissions(moduleVersion);
    return c.json({ secret, webhookUrl: webhookUrlOf(services, row.id), permissions });
  }),
);

serveOutside(storeModuleRoutes, "POST /webhooks/source/:connectionId/credentials", (c) =>
  answering(c, async () => {
    const { services } = c.var;
    const { headers } = c.req.raw;
    const rawBody = new Uint8Array(await c.req.arrayBuffer());
    const row = mayBeOfStore(services, headers)
      ? await findConnection(services.db, c.req.param("connectionId"))
      : undefined;
    const given = row && (await readHandOver(services, row, headers, rawBody));
    if (!row || !given) {
      if (!(await mayFail(services, headers))) throw tooMany();
      throw new SyncError("merchant", "pairing.signature_wrong");
    }
    await limit(services, `hand-over:${row.id}`);
    const { shopName } = await takeKey(services, row, given);
    return c.json({ connected: true, shopName });
  }),
);

async function readHandOver(
  services: AppServices,
  row: ConnectionRow,
  headers: Headers,
  rawBody: Uint8Array,
): Promise<SourceHandOver | undefined> {
  const { verifyHandOver } = services.sourcePlatform(row.sourcePlatform);
  const now = services.now();
  const verify = (secret: string) => verifyHandOver(secret, headers, rawBody, now);
  const verified = await verifyBySecrets(services.secrets(row), now, verify, HAND_OVER_SECRETS);
  return verified?.message;
}

/** The store is called before it is believed; a repeat with the same key changes nothing. */
async function takeKey(services: AppServices, row: ConnectionRow, given: SourceHandOver) {
  const { shopUrl: url, key } = given;
  const found = await services.connections.takeHandOver(row, { url, key }, (kind, to) =>
    recordByWeft(services, row, kind, { url: to }),
  );
  await recordByWeft(services, row, "source.key_handed_over", { url: found.url });
  if (row.state === "active") await services.ledger(row.id).releaseOrders();
  checkAgain(services, row, ofStore);
  return found;
}

async function limit(services: AppServices, key: string): Promise<void> {
  if (!(await services.mayTryLogin(key))) throw tooMany();
}

const tooMany = () =>
  new SyncError("merchant", "request.rate_limited", { retryAfterMs: FAILURE_WAIT_SECONDS * 1000 });

/**
 * Refusals in the module's own shape: code, facts and a sentence to show. What a merchant has to do
 * in the shop is 422, a refused key included: 409 would mean nothing to the module.
 */
async function answering(c: AppContext, answer: () => Promise<Response>): Promise<Response> {
  const { services, requestId } = c.var;
  try {
    return await answer();
  } catch (caught) {
    const { remedy, facts } = asSyncError(caught);
    const { status, body } = toApiError(caught, requestId);
    const { code } = body.error;
    const reason = remedy === "defect" ? String(facts["reason"] ?? "") : "";
    services.log.warn("module.refused", { code, reason, requestId });
    const text = sentences(body.error, c.req.header("accept-language"));
    return c.json({ error: { ...body.error, text } }, status === 409 ? 422 : status);
  }
}

/** What happened and what to do, in the language the module asks for. */
function sentences(reason: Reason, acceptLanguage: string | undefined): string {
  const language = pickLanguage(acceptLanguage);
  const { problems } = serverCatalogue(language);
  const { what, act } = problemText(problems, reason, createFormat(language));
  return `${what} ${act}`;
}
