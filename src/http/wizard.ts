/** Setting a connection up: store, authorisation, shop, and the carriers and states to choose from. */
import type { wizardRoutes } from "../contract/wizard";
import { connectionOf, findTakers, type ConnectionRow } from "../db/connections/connections";
import { storeChoicesOf, type ChoiceKind } from "../db/connections/store-choices";
import { SyncError } from "../domain/errors/sync-error";
import { readChoices } from "../sync/connections/known-choices";
import { requireSecret } from "../sync/connections/secret-store";
import { offerPairing } from "../sync/connections/pair-store";
import type { OpenConnection } from "../tasks/services";
import type { Handlers } from "./call";
import { checkAgain, ofStore } from "./check-again";
import type { AppServices } from "./context";
import { guardStoreCheck } from "./login-guard";
import { mustBeProven } from "./must-be-proven";
import { record } from "./record";
import { readConnectionDetail, webhookUrlOf } from "./views/connection-view";

export const wizardHandlers: Handlers<typeof wizardRoutes> = {
  async "PUT /api/connections/:id/source"(call) {
    const { services, viewer, connection, body } = call;
    const guard = await guardStoreCheck(services, viewer.accountId, body.url);
    const check = await services.connections.connectStore(connection, body, () =>
      mustBeProven(services, viewer),
    );
    await guard.forgive();
    await record(call, connection.id, "source.connected", { url: check.url });
    if (connection.state === "active") await services.ledger(connection.id).releaseOrders();
    const row = await connectionOf(services.db, viewer.accountId, connection.id);
    checkAgain(services, row, ofStore);
    return { check, connection: await readConnectionDetail(services, row) };
  },

  async "POST /api/connections/:id/store-move"(call) {
    const { services, viewer, connection, body } = call;
    const { id } = connection;
    await services.connections.answerMove(connection, body, (kind, url) =>
      record(call, id, kind, { url }),
    );
    if (body.isAccepted) {
      await record(call, id, "source.connected", { url: body.url });
      if (connection.state === "active") await services.ledger(id).releaseOrders();
    }
    const row = await connectionOf(services.db, viewer.accountId, id);
    if (body.isAccepted) checkAgain(services, row, ofStore);
    return readConnectionDetail(services, row);
  },

  async "POST /api/connections/:id/webhook-secret"(call) {
    const { services, connection } = call;
    const webhookSecret = await requireSecret(services.secrets(connection), "webhook_secret");
    await record(call, connection.id, "source.secret_shown");
    return { webhookSecret };
  },

  async "POST /api/connections/:id/pairing"({ services, connection }) {
    const secrets = services.secrets(connection);
    const { code, expiresAt } = await offerPairing({ ...services, secrets });
    return { url: `${webhookUrlOf(services, connection.id)}?pair=${code}`, expiresAt };
  },

  async "POST /api/connections/:id/rotate-secret"(call) {
    const { services, connection } = call;
    await services.connections.rotateSecret(connection);
    await record(call, connection.id, "source.secret_rotated");
    return readConnectionDetail(services, connection);
  },

  async "POST /api/connections/:id/authorize"(call) {
    const { services, viewer, connection, body } = call;
    const url = await services.connections.startAuthorization(connection, viewer, body.market);
    await record(call, connection.id, "channel.authorization_begun", { market: body.market });
    return { url };
  },

  async "GET /api/connections/:id/shops"({ services, viewer, connection }) {
    const shops = await services.connections.listShops(connection);
    const ids = shops.map(({ id }) => id);
    const takers = await findTakers(services.db, connection, ids);
    const takenBy = (id: string) => {
      const taker = takers.get(id);
      if (!taker) return null;
      return taker.accountId === viewer.accountId ? taker.name : "another account";
    };
    return {
      shops: shops.map(({ id, name, region }) => ({ id, name, region, takenBy: takenBy(id) })),
    };
  },

  async "POST /api/connections/:id/shop"(call) {
    const { services, viewer, connection, body } = call;
    if (connection.channelShopId && connection.channelShopId !== body.shopId)
      throw new SyncError("merchant", "channel.shop_bound");
    const shops = await services.connections.listShops(connection);
    const shop = shops.find(({ id }) => id === body.shopId);
    if (!shop) throw new SyncError("merchant", "channel.shop_unknown");
    await services.connections.bindShop(connection, shop);
    await record(call, connection.id, "channel.shop_chosen", { shop: shop.name });
    const row = await connectionOf(services.db, viewer.accountId, connection.id);
    return readConnectionDetail(services, row);
  },

  "GET /api/connections/:id/carriers": (call) =>
    known(call, "carriers", { carriers: [], providers: [], deliveryOptions: [] }, async (open) => {
      const [source, channel] = await Promise.all([open.source(), open.channel()]);
      const [carriers, options] = await Promise.all([
        source.listCarriers(),
        open.warehouseId ? channel.listDeliveryOptions(open.warehouseId) : [],
      ]);
      const providers = new Map<string, { id: string; name: string }>();
      for (const option of options)
        for (const { id, name } of await channel.listShippingProviders(option.id))
          providers.set(id, { id, name });
      return {
        carriers: carriers
          .filter(({ isActive }) => isActive)
          .map(({ reference, name }) => ({ reference, name })),
        providers: [...providers.values()],
        deliveryOptions: options.map(({ id, name }) => ({ id, name })),
      };
    }),

  "GET /api/connections/:id/reading-choices": (call) =>
    known(call, "reading", { groups: [], currencies: [], languages: [] }, async (open) => {
      const { groups, currencies, languages } = await (await open.source()).listReadingChoices();
      return { groups: [...groups], currencies: [...currencies], languages: [...languages] };
    }),

  "GET /api/connections/:id/order-states": (call) =>
    known(call, "order-states", { states: [], unmarked: [] }, async (open) => {
      const states = await (await open.source()).listOrderStates();
      const toChoice = ({ id, name }: (typeof states)[number]) => ({ id, name });
      return {
        states: states.filter(({ isPaid, isShipped }) => isPaid && !isShipped).map(toChoice),
        unmarked: states.filter(({ isShipped }) => !isShipped).map(toChoice),
      };
    }),
};

/** What the shops offer, as known or read now; `nothing` until they answer for the first time. */
async function known<T extends object>(
  { services, connection }: { services: AppServices; connection: ConnectionRow },
  kind: ChoiceKind,
  nothing: T,
  read: (open: OpenConnection) => Promise<T>,
): Promise<T & { readAt: number | null; isRenewing: boolean }> {
  const answer = await readChoices<T>({
    ...storeChoicesOf<T>(services.db, connection.id, kind),
    read: async () => read(await services.openConnection(connection.id)),
    now: services.now,
    inBackground: services.inBackground,
  });
  const { value, readAt = null } = answer.known ?? {};
  // What an older version stored may lack a list.
  return { ...nothing, ...value, readAt, isRenewing: answer.isRenewing };
}
