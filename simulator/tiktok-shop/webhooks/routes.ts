import { unixNow, type Context } from "../context";
import { ApiError } from "../envelope";
import { text } from "../fields";
import { shopRoute, type ApiRequest, type Route } from "../request";
import type { Shop } from "../shops/shop";
import { registrationId, type Registration } from "./outbox";
import { isTopic, type Topic } from "./topics";

const SCOPE = "seller.authorization.info";
const PATH = "/event/202309/webhooks";
const ADDRESS_LENGTH = 255;

function topicOf(request: ApiRequest): Topic {
  const name = text(request.body["event_type"]);
  if (isTopic(name)) return name;
  throw new ApiError(11050001, "invalid param: event_type");
}

/** An https address with a domain name and no port, of at most 255 characters. */
function checkAddress(context: Context, address: string): void {
  const valid = URL.canParse(address) && address.length <= ADDRESS_LENGTH;
  const url = valid ? new URL(address) : undefined;
  const strict = context.switches().webhookAddressStrict;
  const plain = url?.protocol === "https:" && url.port === "" && /[a-z]$/i.test(url.hostname);
  if (!url || (strict && !plain)) throw new ApiError(11050001, "invalid param: address");
}

function putWebhook(context: Context, request: ApiRequest, shop: Shop): unknown {
  const topic = topicOf(request);
  const address = text(request.body["address"]);
  checkAddress(context, address);
  const id = registrationId(shop.id, topic);
  const now = unixNow(context);
  const before = context.storage.get<Registration>("tts:webhook", id);
  const createTime = before?.createTime ?? now;
  const row: Registration = { shopId: shop.id, topic, address, createTime, updateTime: now };
  context.storage.put("tts:webhook", id, row);
  return {};
}

function listWebhooks(context: Context, _request: ApiRequest, shop: Shop): unknown {
  const rows = context.storage
    .list<Registration>("tts:webhook")
    .filter((row) => row.shopId === shop.id);
  const webhooks = rows.map((row) => ({
    event_type: row.topic,
    address: row.address,
    create_time: row.createTime,
    update_time: row.updateTime,
  }));
  return { webhooks, total_count: rows.length };
}

/** Deletes a registration; answers success without one, too. */
function deleteWebhook(context: Context, request: ApiRequest, shop: Shop): unknown {
  context.storage.delete("tts:webhook", registrationId(shop.id, topicOf(request)));
  return {};
}

export const webhookRoutes: readonly Route[] = [
  shopRoute("PUT", PATH, SCOPE, putWebhook),
  shopRoute("GET", PATH, SCOPE, listWebhooks),
  shopRoute("DELETE", PATH, SCOPE, deleteWebhook),
];
