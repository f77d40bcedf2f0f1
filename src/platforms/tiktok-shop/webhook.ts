/**
 * A delivery of the platform: signature on the raw bytes first, then its meaning in our words.
 * The signature covers no time, so a replay is told apart by the delivery id only.
 */
import * as z from "zod";
import { SyncError } from "../../domain/errors/sync-error";
import { sha256 } from "../../lib/sha256";
import type { ChannelApp, ChannelEvent } from "../channel";
import { parseShape } from "./request";
import { looseList, looseText } from "./shapes";
import { verifyWebhook } from "./signing";
import { topicOf } from "./topics";

const Delivery = z.object({
  type: z.coerce.number(),
  tts_notification_id: looseText,
  shop_id: looseText,
  timestamp: z.coerce.number(),
  data: z
    .object({
      order_id: looseText,
      cancel_id: looseText,
      product_id: looseText,
      package_list: looseList(z.object({ order_id_list: looseList(z.string()) })),
    })
    .nullish(),
});

/** Null when the signature is missing or wrong; SyncError("defect", ...) for signed nonsense. */
export async function verifyEvent(
  app: ChannelApp,
  headers: Headers,
  rawBody: Uint8Array,
): Promise<ChannelEvent | null> {
  const isSigned = await verifyWebhook(app, headers.get("authorization") ?? "", rawBody);
  return isSigned ? toChannelEvent(new TextDecoder().decode(rawBody)) : null;
}

async function toChannelEvent(text: string): Promise<ChannelEvent> {
  const delivery = parseShape(Delivery, parseWithBigIds(text), "webhook");
  return {
    // One without an id is told apart by all it says: else the first would be taken for all others.
    deliveryId: delivery.tts_notification_id || (await sha256(text)),
    shopId: delivery.shop_id,
    at: delivery.timestamp * 1000,
    ...toMeaning(delivery),
  };
}

type Meaning = ChannelEvent extends infer E
  ? E extends ChannelEvent
    ? Omit<E, "deliveryId" | "shopId" | "at">
    : never
  : never;

/** A topic without its id is nothing to act on. */
function toMeaning({ type, data }: z.infer<typeof Delivery>): Meaning {
  const orderId = data?.order_id || data?.package_list[0]?.order_id_list[0] || "";
  const channelProductId = data?.product_id ?? "";
  const meaning = topicOf(type)?.meaning;
  if (meaning === "authorization.revoked" || meaning === "authorization.expiring")
    return { kind: meaning };
  if (meaning === "order" && orderId) return { kind: "order.changed", orderId };
  if (meaning === "cancellation" && orderId)
    return { kind: "order.cancel_changed", orderId, cancelId: data?.cancel_id ?? "" };
  if (meaning === "listing" && channelProductId)
    return { kind: "listing.changed", channelProductId };
  return { kind: "other", topic: String(type) };
}

/**
 * Parses JSON whose ids may be numbers beyond 2^53 (`product_id` of topics 5, 16 and 37), which
 * JSON.parse would round: whole numbers of 16 or more digits become strings.
 */
export function parseWithBigIds(text: string): unknown {
  const tokens = /"(?:[^"\\]|\\.)*"|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/g;
  const quoted = text.replace(tokens, (token) => (/^\d{16,}$/.test(token) ? `"${token}"` : token));
  try {
    return JSON.parse(quoted);
  } catch (cause) {
    const facts = { where: "webhook", problem: "not JSON" };
    throw new SyncError("defect", "tiktok.unexpected_shape", facts, { cause });
  }
}
