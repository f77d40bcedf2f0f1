/**
 * Wires the use cases of the connection wizard: store, authorisation, shop.
 * What they decide is in sync/; what pages send and show is in http/.
 */
import {
  changeConnection,
  findConnection,
  findSiblings,
  findTakers,
  type ConnectionRow,
} from "../db/connections/connections";
import { addOauthState, takeOauthState, type StateOwner } from "../db/connections/oauth-states";
import { clearProblem, raiseProblem } from "../db/connections/problems";
import { checkStoreUrl } from "../domain/connections/store-url";
import { SyncError } from "../domain/errors/sync-error";
import { randomText } from "../lib/random-text";
import { sha256 } from "../lib/sha256";
import type { ChannelShop } from "../platforms/channel";
import type { SourceCredentials } from "../platforms/source";
import type { Services } from "../tasks/services";
import {
  beginAuthorization,
  finishAuthorization,
  type AuthorizationOutcome,
  type AuthorizationReturn,
} from "../sync/connections/authorize-channel";
import { bindShop } from "../sync/connections/bind-shop";
import { connectSource, type SourceFound } from "../sync/connections/connect-store";
import { sampleProducts } from "../db/catalogue/sample-products";
import { tokenText } from "./channel-access";
import { channelPlatform, platformDeps, sourcePlatform } from "./platform-deps";
import { storeUrlRules } from "./public-fetch";
import { openSecret, sealSecret } from "./secrets";
import { webhookAddress } from "./webhook-address";
import { signingSecrets } from "./webhook-secrets";
import { withFreshAccess } from "./with-fresh-access";

/** Enough to know a catalogue again although a product or two were deleted since. */
const SAMPLE_SIZE = 10;
/** 200 random bits. */
const STATE_LETTERS = 40;
/** A person waits for these few calls; they are not worth a lease. */
const noBudget = async () => {};

export function connectStore(
  services: Services,
  row: ConnectionRow,
  typed: { url: string; key?: string },
): Promise<SourceFound> {
  const { db, settings, now } = services;
  const platform = sourcePlatform(row.sourcePlatform);
  const deps = {
    normaliseUrl(text: string) {
      const url = platform.normaliseUrl(text, settings.allowLocalStores);
      checkStoreUrl(url, storeUrlRules(settings));
      return url;
    },
    saved: { url: row.sourceUrl, readKey: () => openSecret(services, row, "source_key") },
    sampleProducts: () => sampleProducts(db, row.id, SAMPLE_SIZE),
    readSecrets: () => signingSecrets(services, row),
    open: (credentials: SourceCredentials) =>
      platform.open(credentials, platformDeps(services, noBudget)),
    async save({ url, key, shop }: Parameters<Parameters<typeof connectSource>[0]["save"]>[0]) {
      await sealSecret(services, row, "source_key", key);
      await changeConnection(db, row.id, { sourceUrl: url, sourceStore: shop }, now());
      await clearProblem(db, row.id, "source");
      // Whoever saves the store without its module has chosen to do without.
      await clearProblem(db, row.id, "module");
    },
  };
  return connectSource(deps, typed);
}

/** The address of the channel's authorisation page. */
export function startAuthorization(
  services: Services,
  row: ConnectionRow,
  owner: StateOwner,
  market: string,
): Promise<string> {
  const { db, settings, now } = services;
  const platform = channelPlatform(row.channelPlatform);
  if (!row.sourceUrl) throw new SyncError("merchant", "connection.store_missing");
  return beginAuthorization(
    {
      now,
      markets: platform.markets,
      newState: () => randomText(STATE_LETTERS),
      async keepState(state, expiresAt) {
        const stateHash = await sha256(state);
        await addOauthState(db, { ...owner, stateHash, connectionId: row.id, expiresAt }, now());
      },
      keepMarket: (chosen) => changeConnection(db, row.id, { channelMarket: chosen }, now()),
      authorizeUrl: (group, state) => platform.authorizeUrl(settings.channelApp, group, state),
    },
    market,
  );
}

export function endAuthorization(
  services: Services,
  owner: StateOwner,
  back: AuthorizationReturn,
): Promise<AuthorizationOutcome> {
  const { db, settings, now } = services;
  const { channelApp } = settings;
  const rowOf = async (id: string) => {
    const row = await findConnection(db, id);
    if (!row) throw new SyncError("merchant", "connection.not_found");
    return row;
  };
  return finishAuthorization(
    {
      takeState: async (state) => takeOauthState(db, await sha256(state), owner, now()),
      async exchangeCode(id, code) {
        const platform = channelPlatform((await rowOf(id)).channelPlatform);
        return platform.exchangeCode(channelApp, code, platformDeps(services, noBudget));
      },
      async listShops(id, { accessToken }) {
        const platform = channelPlatform((await rowOf(id)).channelPlatform);
        const deps = platformDeps(services, noBudget);
        return platform.open(channelApp, accessToken, undefined, deps).listShops();
      },
      boundShop: async (id) => (await rowOf(id)).channelShopId,
      takenShops: async (id, shopIds) =>
        new Set((await findTakers(db, await rowOf(id), shopIds)).keys()),
      async keepTokens(id, tokens, shopIds) {
        const row = await rowOf(id);
        const text = tokenText.write(tokens);
        for (const owner of [row, ...(await findSiblings(db, row, shopIds))])
          await sealSecret(services, owner, "channel_tokens", text, tokens.refreshExpiresAt);
      },
      bindShop: async (id, shop) => bindShopTo(services, await rowOf(id), shop),
    },
    back,
  );
}

/** Shops the seller's authorisation covers. Throws what the platform throws. */
export async function listShopsOf(
  services: Services,
  row: ConnectionRow,
): Promise<readonly ChannelShop[]> {
  return (await openChannel(services, row, undefined)).listShops();
}

export function bindShopTo(
  services: Services,
  row: ConnectionRow,
  shop: ChannelShop,
): Promise<void> {
  const { db, settings, now } = services;
  const ledger = services.ledger(row.id);
  return bindShop(
    {
      open: (chosen) => openChannel(services, row, chosen),
      chosenWarehouseId: row.warehouseId,
      async save({ shop: bound, warehouses, warehouseId }) {
        await changeConnection(
          db,
          row.id,
          {
            state: "active",
            channelShopId: bound.id,
            channelShopName: bound.name,
            channelRegion: bound.region,
            channelCipher: bound.cipher,
            channelIsCrossBorder: bound.isCrossBorder,
            channelWarehouses: warehouses,
            warehouseId,
          },
          now(),
        );
        await clearProblem(db, row.id, "channel");
      },
      webhookAddress: webhookAddress(settings.publicUrl, row.channelPlatform),
      reportWebhooks: (error) =>
        error
          ? raiseProblem(db, row.id, "channel-webhooks", error, now())
          : clearProblem(db, row.id, "channel-webhooks"),
      async startLedger() {
        await ledger.setActive(true);
        await ledger.releaseOrders();
        await ledger.pollOrders();
      },
    },
    shop,
  );
}

function openChannel(services: Services, row: ConnectionRow, shop: ChannelShop | undefined) {
  const platform = channelPlatform(row.channelPlatform);
  const deps = platformDeps(services, noBudget);
  return withFreshAccess(
    (accessToken) => platform.open(services.settings.channelApp, accessToken, shop, deps),
    (stale) => services.ledger(row.id).freshAccess(stale),
  );
}
