/**
 * A delivery of the platform: signature on the raw bytes first, then its meaning in our words.
 * The signature covers no time, so a replay is told apart by the delivery id only.
 */
import * as z from "zod";
import { sha256 } from "../../lib/sha256";
import type { ChannelApp, ChannelEvent } from "../channel";
import { verifyWebhook } from "./signing";
import { topicOf } from "./topics";

/** An id; "" for what is none, of any length among it, so that one odd field never costs the fields beside it. */
const Id = z.union([z.string().max(100), z.number().transform(String)]).catch("");
const listOf = <T extends z.ZodType>(item: T) => z.array(item).catch([]);

const Data = z.object({
  order_id: Id,
  cancel_id: Id,
  product_id: Id,
  package_list: listOf(z.object({ order_id_list: listOf(Id) }).catch({ order_id_list: [] })),
});
type Data = z.infer<typeof Data>;

const NOTHING: Data = { order_id: "", cancel_id: "", product_id: "", package_list: [] };

/** The platform adds forms of its own accord; one of `inventory_update` is flat and has no type. */
const Delivery = z.object({
  type: z.coerce.number().catch(Number.NaN),
  tts_notification_id: Id,
  shop_id: Id,
  /** Seconds; 0 where it is missing. */
  timestamp: z.coerce.number().catch(0),
  data: Data.catch(NOTHING),
});

/**
 * Null when the signature is missing or wrong. What is signed and in a form nobody knows is "other":
 * any other answer than a plain yes would make the platform send it again for a day.
 */
export async function verifyEvent(
  app: ChannelApp,
  headers: Headers,
  rawBody: Uint8Array,
): Promise<ChannelEvent | null> {
  const isSigned = await verifyWebhook(app, headers.get("authorization") ?? "", rawBody);
  return isSigned ? toChannelEvent(new TextDecoder().decode(rawBody)) : null;
}

async function toChannelEvent(text: string): Promise<ChannelEvent> {
  const parsed = Delivery.safeParse(parseWithBigIds(text) ?? {});
  const delivery = parsed.success ? parsed.data : Delivery.parse({});
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
  const packed = data.package_list.flatMap((parcel) => parcel.order_id_list);
  const orderIds = [...new Set([data.order_id, ...packed].filter(Boolean))];
  const channelProductId = data.product_id;
  const meaning = topicOf(type)?.meaning;
  if (meaning === "authorization.revoked" || meaning === "authorization.expiring")
    return { kind: meaning };
  if (meaning === "order" && orderIds.length > 0) return { kind: "order.changed", orderIds };
  if (meaning === "cancellation" && data.order_id)
    return { kind: "order.cancel_changed", orderId: data.order_id, cancelId: data.cancel_id };
  if (meaning === "listing" && channelProductId)
    return { kind: "listing.changed", channelProductId };
  return { kind: "other", topic: Number.isNaN(type) ? "" : String(type) };
}

/**
 * Parses JSON whose ids may be numbers beyond 2^53 (`product_id` of topics 5, 16 and 37), which
 * JSON.parse would round: whole numbers of 16 or more digits become strings. Undefined for what is no
 * JSON.
 */
export function parseWithBigIds(text: string): unknown {
  const tokens = /"(?:[^"\\]|\\[\s\S])*\\?(?:"|$)|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/g;
  const quoted = text.replace(tokens, (token) => (/^\d{16,}$/.test(token) ? `"${token}"` : token));
  try {
    return JSON.parse(quoted);
  } catch {
    return undefined;
  }
}
