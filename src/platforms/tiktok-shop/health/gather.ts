/** Reads what the checks look at: some eight requests, none of them a write. It judges nothing. */
import type { Part } from "../../../domain/health/finding";
import { asSyncError, SyncError } from "../../../domain/errors/sync-error";
import type { ChannelExamination, ShippingProvider } from "../../channel";
import { listDeliveryOptions, listShippingProviders } from "../packages";
import type { Session } from "../request";
import { listShops, listWarehouses, readPrerequisites } from "../shops";
import { readTopics } from "../subscriptions";
import { attributeFailure, type Evidence } from "./evidence";

type Read = <T>(reading: () => Promise<T>) => Promise<Part<T>>;

/**
 * Throws SyncError("reconnect", "tiktok.token_expired") of the first call: whoever holds the
 * refresh token gets a fresh one and asks again.
 */
export async function gather(session: Session, asked: ChannelExamination): Promise<Evidence> {
  const faults = new Map<string, SyncError>();
  const read: Read = async (reading) => {
    try {
      return { value: await reading() };
    } catch (caught) {
      const error = asSyncError(caught);
      const because = attributeFailure(error);
      if (!faults.has(because)) faults.set(because, error);
      return { because };
    }
  };
  const now = session.deps.now();
  const shops = await read(() => listShops(session));
  const expired = faults.get("channel.token");
  if (expired?.code === "tiktok.token_expired") throw expired;
  const [prerequisites, warehouses, deliveryOptions, webhooks] =
    "value" in shops || shops.because === "channel.scopes"
      ? await Promise.all([
          read(() => readPrerequisites(session)),
          read(() => listWarehouses(session)),
          readOptions(session, read, asked.warehouseId),
          read(() => readTopics(session)),
        ])
      : [shops, shops, shops, shops];
  const providers = await readProviders(session, read, deliveryOptions);
  return {
    asked,
    now,
    faults,
    shops,
    prerequisites,
    warehouses,
    deliveryOptions,
    providers,
    webhooks,
  };
}

type Options = Evidence["deliveryOptions"];

async function readOptions(session: Session, read: Read, warehouseId: string): Promise<Options> {
  if (!warehouseId) return { because: "channel.warehouse" };
  const options = await read(async () => {
    try {
      return await listDeliveryOptions(session, warehouseId);
    } catch (caught) {
      // A warehouse that is gone is a matter of the check of warehouses.
      if (caught instanceof SyncError && caught.code === "tiktok.invalid_parameter") return null;
      throw caught;
    }
  });
  if (!("value" in options)) return options;
  return options.value === null ? { because: "channel.warehouse" } : { value: options.value };
}

async function readProviders(
  session: Session,
  read: Read,
  options: Options,
): Promise<Evidence["providers"]> {
  if (!("value" in options)) return options;
  return read(async () => {
    const lists = await Promise.all(
      options.value.map(({ id }) => listShippingProviders(session, id)),
    );
    const byId = new Map(
      lists.flat().map((provider): [string, ShippingProvider] => [provider.id, provider]),
    );
    return [...byId.values()];
  });
}
