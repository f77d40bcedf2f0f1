/** Wires the use cases of a connection's set-up: store, authorisation, shop, secret. */
import {
  AUTHORIZATION_PROBLEM,
  CHANNEL_PROBLEM,
  WEBHOOKS_PROBLEM,
} from "../domain/errors/problem-key";
import {
  changeConnection,
  findConnection,
  findSiblings,
  findTakers,
  type ConnectionRow,
} from "../db/connections/connections";
import { sampleProducts } from "../db/catalogue/sample-products";
import { addOauthState, takeOauthState } from "../db/connections/oauth-states";
import { problemsOf } from "../db/connections/problems";
import { healthReportsOf } from "../db/health/health-reports";
import { checkStoreUrl } from "../domain/connections/store-url";
import { SyncError } from "../domain/errors/sync-error";
import type { ConnectionActions } from "../http/connection-actions";
import { sha256 } from "../lib/sha256";
import type { ChannelShop } from "../platforms/channel";
import { beginAuthorization, finishAuthorization } from "../sync/connections/authorize-channel";
import { bindShop } from "../sync/connections/bind-shop";
import { tokenText } from "../sync/connections/channel-tokens";
import { connectSource } from "../sync/connections/connect-store";
import { answerMove, askForMove, type StoreMoveDeps } from "../sync/connections/store-move";
import { rotateSecret } from "../sync/connections/rotate-secret";
import { signingSecrets } from "../sync/connections/webhook-secrets";
import { withFreshAccess } from "../sync/connections/with-fresh-access";
import { restoreChoices } from "../tasks/restore-choices";
import type { Services } from "../tasks/services";
import { storeUrlRules, webhookAddress } from "./addresses";
import { healthActions } from "./health-actions";
import { platformDeps } from "./platform-deps";

/** 200 random bits. */
const STATE_LETTERS = 40;
/** A person waits for these few calls; they are not worth a lease. */
const noBudget = async () => {};

export function connectionActions(services: Services): ConnectionActions {
  return {
    connectStore: (row, typed, beforeMove) =>
      connectSource(storeDeps(services, row), typed, beforeMove),
    takeHandOver: (row, given, record) =>
      connectSource(handOverDeps(services, row), given, (to) =>
        askForMove(moveDeps(services, row, record), to),
      ),
    answerMove: (row, answer, record) =>
      answerMove(moveDeps(services, row, record), answer, (move) =>
        connectSource(handOverDeps(services, row), move, () => {}),
      ),
    startAuthorization: (row, owner, market) =>
      beginAuthorization(beginDeps(services, row, owner), market),
    endAuthorization: (owner, back) => finishAuthorization(finishDeps(services, owner), back),
    listShops: async (row) => (await openChannel(services, row, undefined)).listShops(),
    bindShop: (row, shop) => bindShop(bindDeps(services, row), shop),
    rotateSecret: (row) => rotateSecret(rotateDeps(services, row)),
    ...healthActions(services),
  };
}

/** Whoever hands over a key is the store's module, whether it answers at this moment or not. */
function handOverDeps(services: Services, row: ConnectionRow): ReturnType<typeof storeDeps> {
  const deps = storeDeps(services, row);
  const save: typeof deps.save = ({ store, ...found }) =>
    deps.save({ ...found, store: { ...store, hadModule: true } });
  return { ...deps, save };
}

function storeDeps(services: Services, row: ConnectionRow): Parameters<typeof connectSource>[0] {
  const { db, settings, now } = services;
  const platform = services.sourcePlatform(row.sourcePlatform);
  const secrets = services.secrets(row);
  return {
    normaliseUrl(text) {
      const url = platform.normaliseUrl(text, settings.allowLocalStores);
      checkStoreUrl(url, storeUrlRules(settings));
      return url;
    },
    saved: {
      url: row.sourceUrl,
      readKey: async () => (await secrets.find("source_key"))?.open(),
    },
    sampleProducts: (count) => sampleProducts(db, row.id, count),
    readSecrets: () => signingSecrets(secrets, now()),
    open: (credentials) => platform.open(credentials, platformDeps(services, noBudget)),
    async save({ url, key, store }) {
      await secrets.put("source_key", key);
      await changeConnection(db, row.id, { sourceUrl: url, sourceStore: store }, now());
    },
    clearProblem: (key) => problemsOf(db, row.id, now).clear(key),
  };
}

function moveDeps(
  services: Services,
  row: ConnectionRow,
  record: StoreMoveDeps["record"],
): StoreMoveDeps {
  const { db, now } = services;
  const problems = problemsOf(db, row.id, now);
  return {
    secrets: services.secrets(row),
    now,
    raiseProblem: (key, error) => problems.raise(key, error),
    clearProblem: (key) => problems.clear(key),
    record,
  };
}

function beginDeps(
  services: Services,
  row: ConnectionRow,
  owner: Parameters<ConnectionActions["startAuthorization"]>[1],
): Parameters<typeof beginAuthorization>[0] {
  const { db, settings, now } = services;
  const platform = services.channelPlatform(row.channelPlatform);
  return {
    now,
    hasStore: row.sourceUrl !== null,
    markets: platform.markets,
    newState: () => services.randomText(STATE_LETTERS),
    async keepState(state, expiresAt) {
      const { userId, sessionId } = owner;
      const stateHash = await sha256(state);
      const kept = { userId, sessionId, stateHash, connectionId: row.id, expiresAt };
      await addOauthState(db, kept, now());
    },
    keepMarket: (chosen) => changeConnection(db, row.id, { channelMarket: chosen }, now()),
    authorizeUrl: (group, state) => platform.authorizeUrl(settings.channelApp, group, state),
  };
}

function finishDeps(
  services: Services,
  owner: Parameters<ConnectionActions["endAuthorization"]>[0],
): Parameters<typeof finishAuthorization>[0] {
  const { db, settings, now } = services;
  const { channelApp } = settings;
  const rowOf = async (id: string) => {
    const row = await findConnection(db, id);
    if (!row) throw new SyncError("merchant", "connection.not_found");
    return row;
  };
  const platformOf = async (id: string) =>
    services.channelPlatform((await rowOf(id)).channelPlatform);
  return {
    takeState: async (state) => takeOauthState(db, await sha256(state), owner, now()),
    exchangeCode: async (id, code) =>
      (await platformOf(id)).exchangeCode(channelApp, code, platformDeps(services, noBudget)),
    async listShops(id, { accessToken }) {
      const deps = platformDeps(services, noBudget);
      return (await platformOf(id)).open(channelApp, accessToken, undefined, deps).listShops();
    },
    boundShop: async (id) => (await rowOf(id)).channelShopId,
    takenShops: async (id, shopIds) =>
      new Set((await findTakers(db, await rowOf(id), shopIds)).keys()),
    async keepTokens(id, tokens, shopIds) {
      const row = await rowOf(id);
      const text = tokenText.write(tokens);
      for (const kept of [row, ...(await findSiblings(db, row, shopIds))])
        await services.secrets(kept).put("channel_tokens", text, tokens.refreshExpiresAt);
    },
    bindShop: async (id, shop) => bindShop(bindDeps(services, await rowOf(id)), shop),
  };
}

function bindDeps(services: Services, row: ConnectionRow): Parameters<typeof bindShop>[0] {
  const { db, settings, now } = services;
  const problems = problemsOf(db, row.id, now);
  return {
    open: (chosen) => openChannel(services, row, chosen),
    knownShopId: row.channelShopId,
    chosenWarehouseId: row.warehouseId,
    async save({ shop: bound, warehouses, warehouseId, hadListings }) {
      const change = {
        state: "active" as const,
        channelShopId: bound.id,
        channelShopName: bound.name,
        channelRegion: bound.region,
        channelCipher: bound.cipher,
        channelIsCrossBorder: bound.isCrossBorder,
        channelWarehouses: warehouses,
        warehouseId,
        ...(hadListings === undefined ? {} : { channelHadListings: hadListings }),
      };
      await changeConnection(db, row.id, change, now());
      await problems.clear(CHANNEL_PROBLEM);
      await problems.clear(AUTHORIZATION_PROBLEM);
      if (row.state === "setup") await healthReportsOf(db, row.id).forget();
    },
    restoreChoices: () => restoreChoices(services, row),
    webhookAddress: webhookAddress(settings.publicUrl, row.channelPlatform),
    reportWebhooks: (error) =>
      error ? problems.raise(WEBHOOKS_PROBLEM, error) : problems.clear(WEBHOOKS_PROBLEM),
    ledger: services.ledger(row.id),
  };
}

function rotateDeps(services: Services, row: ConnectionRow): Parameters<typeof rotateSecret>[0] {
  return {
    secrets: services.secrets(row),
    now: services.now,
    randomText: services.randomText,
    async openSource() {
      const { source } = await services.openConnection(row.id);
      return {
        source: await source(),
        hadModule: (row.sourceStore?.moduleVersion ?? null) !== null,
      };
    },
    log: (isReceived) => services.log.info("secret.rotated", { connectionId: row.id, isReceived }),
  };
}

function openChannel(services: Services, row: ConnectionRow, shop: ChannelShop | undefined) {
  const platform = services.channelPlatform(row.channelPlatform);
  const deps = platformDeps(services, noBudget);
  return withFreshAccess(
    (accessToken) => platform.open(services.settings.channelApp, accessToken, shop, deps),
    (stale) => services.ledger(row.id).freshAccess(stale),
  );
}
