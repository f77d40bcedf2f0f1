/**
 * What the use cases of a connection reach: its repositories, its ledger, its two shops. Each use
 * case names the part it needs in an interface of its own; these objects fit all of them.
 */
import { productsOf } from "../db/catalogue/products";
import { problemsOf } from "../db/connections/problems";
import { DAY_LIMIT_PROBLEM } from "../domain/errors/problem-key";
import type { SyncError } from "../domain/errors/sync-error";
import type { MetLimit } from "../sync/listings/day-limit";
import { categoryMappingsOf } from "../db/categories/category-mappings";
import { categoryFieldsOf } from "../db/categories/category-fields";
import { categoryProductsOf } from "../db/categories/category-products";
import { channelCategoriesOf } from "../db/categories/channel-categories";
import { listingsOf } from "../db/listings/listings";
import { shownListingsOf } from "../db/listings/shown-listings";
import { mappedListingsOf } from "../db/listings/mapped-listings";
import { unmappedListingsOf } from "../db/listings/unmapped-listings";
import { productKeysOf } from "../db/catalogue/product-keys";
import { soldOffersOf } from "../db/listings/sold-offers";
import { mediaOf } from "../db/listings/media";
import type { OpenConnection, Services } from "./services";

/** The connection's row is read, and its shops are opened, by the first use case that needs one. */
export function connectionPorts(services: Services, connectionId: string) {
  const { db, now, newId, settings } = services;
  return {
    products: productsOf(db, connectionId, now),
    listings: listingsOf(db, connectionId, now),
    shown: shownListingsOf(db, connectionId),
    mapped: mappedListingsOf(db, connectionId, now),
    unmapped: unmappedListingsOf(db, connectionId),
    keys: productKeysOf(db, connectionId),
    sold: soldOffersOf(db, connectionId, now),
    media: mediaOf(db, connectionId, now),
    channelCategories: channelCategoriesOf(db, connectionId, now),
    mappings: categoryMappingsOf(db, connectionId, now),
    categoryFields: categoryFieldsOf(db, connectionId, now),
    dayLimit: dayLimitOf(problemsOf(db, connectionId, now)),
    categoryProducts: categoryProductsOf(db, connectionId),
    ledger: services.ledger(connectionId),
    openChannel: async () => (await services.openConnection(connectionId)).channel(),
    fetch: services.fetch,
    ...(services.repairPicture ? { repairPicture: services.repairPicture } : {}),
    deadline: services.deadline,
    timeoutMs: settings.httpTimeoutMs,
    now,
    newId,
  };
}

/** The limit as it stands in the connection's problems, which are read once for each message. */
function dayLimitOf(problems: ReturnType<typeof problemsOf>) {
  let known: Promise<MetLimit | undefined> | undefined;
  return {
    find: () => (known ??= problems.find(DAY_LIMIT_PROBLEM)),
    raise: async (error: SyncError) => {
      known = Promise.resolve(error);
      await problems.raise(DAY_LIMIT_PROBLEM, error);
    },
    clear: async () => {
      known = Promise.resolve(undefined);
      await problems.clear(DAY_LIMIT_PROBLEM);
    },
  };
}

/** The same for an open connection, with its settings. */
export function openPorts(services: Services, connection: OpenConnection) {
  return {
    ...connectionPorts(services, connection.id),
    connection,
    openSource: connection.source,
    openChannel: connection.channel,
  };
}

/** The same with a session of the channel; throws what opening it throws, a lost login among it. */
export async function channelPorts(services: Services, connection: OpenConnection) {
  return { ...openPorts(services, connection), channel: await connection.channel() };
}
