// The notifications to the app: one row a delivery, with the official retry schedule. It knows topics
// and bytes, no order and no product.
import { nextId, unixNow, type Context } from "../context";
import { schedule, unschedule } from "../due";
import { notificationBody, type Topic } from "./topics";

/** How deliveries are disturbed; set by the control API. */
export type WebhookMode = "normal" | "drop" | "duplicate" | "delay" | "reorder" | "paused";

export interface Attempt {
  at: number;
  /** HTTP status; 0 without an answer in time. */
  status: number;
}

/** One notification to one address. */
export interface Delivery {
  id: string;
  notificationId: string;
  topic: Topic;
  shopId: string;
  address: string;
  body: string;
  createdAt: number;
  state: "pending" | "delivered" | "dropped" | "given-up";
  attempts: readonly Attempt[];
}

/** A shop's own address for one topic. */
export interface Registration {
  shopId: string;
  topic: Topic;
  address: string;
  createTime: number;
  updateTime: number;
}

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
/** Waits after the first, second… failed attempt; after the last wait the delivery is given up. */
const RETRY_WAITS_MS: readonly number[] = [2 * MINUTE, 30 * MINUTE, 3 * HOUR, 12 * HOUR];
const LATE_MS = 5 * MINUTE;
const REORDER_WINDOW_MS = 2 * SECOND;

export const webhookMode = (context: Context): WebhookMode =>
  context.storage.get<WebhookMode>("tts:settings", "webhook-mode") ?? "normal";

/** Sets the mode; when `paused` ends, the pending deliveries are due at once. */
export function setWebhookMode(context: Context, mode: WebhookMode): void {
  const before = webhookMode(context);
  context.storage.put("tts:settings", "webhook-mode", mode);
  if (before !== "paused" || mode === "paused") return;
  for (const delivery of listDeliveries(context))
    if (delivery.state === "pending")
      schedule(context, { kind: "webhook", id: delivery.id, at: context.clock.now() });
}

/** All deliveries, oldest first. */
export const listDeliveries = (context: Context): Delivery[] =>
  context.storage.list<Delivery>("tts:delivery");

export const registrationId = (shopId: string, topic: Topic): string => `${shopId}:${topic}`;

function addresses(context: Context, shopId: string, topic: Topic): string[] {
  const own = context.storage.get<Registration>("tts:webhook", registrationId(shopId, topic));
  const appLevel = context.settings().webhookUrl;
  return [...new Set([own?.address, appLevel].filter((address) => address !== undefined))];
}

/** Plans a delivery to every address that is registered for the topic of this shop. */
export function emitWebhook(
  context: Context,
  shopId: string,
  topic: Topic,
  data: Record<string, unknown>,
): void {
  const mode = webhookMode(context);
  const notificationId = nextId(context, "notification");
  const body = notificationBody(topic, notificationId, shopId, unixNow(context), data);
  const copies = mode === "duplicate" ? 2 : 1;
  for (const address of addresses(context, shopId, topic))
    for (let copy = 0; copy < copies; copy++)
      plan(context, mode, { notificationId, topic, shopId, address, body });
}

function plan(
  context: Context,
  mode: WebhookMode,
  notification: Pick<Delivery, "notificationId" | "topic" | "shopId" | "address" | "body">,
): void {
  const createdAt = context.clock.now();
  const id = nextId(context, "notification");
  const state = mode === "drop" ? "dropped" : "pending";
  const delivery: Delivery = { id, ...notification, createdAt, state, attempts: [] };
  context.storage.put("tts:delivery", id, delivery);
  const wait = mode === "delay" ? LATE_MS : mode === "reorder" ? REORDER_WINDOW_MS : 0;
  if (state === "pending" && mode !== "paused")
    schedule(context, { kind: "webhook", id, at: createdAt + wait });
}

/** Records the result of an attempt and plans the next one; gives up after the last. */
export function recordAttempt(context: Context, id: string, status: number): void {
  const delivery = context.storage.get<Delivery>("tts:delivery", id);
  if (!delivery) return;
  const at = context.clock.now();
  const attempts = [...delivery.attempts, { at, status }];
  const wait = RETRY_WAITS_MS[attempts.length - 1];
  const state = status === 200 ? "delivered" : wait === undefined ? "given-up" : "pending";
  context.storage.put("tts:delivery", id, { ...delivery, attempts, state });
  if (state === "pending") schedule(context, { kind: "webhook", id, at: at + (wait ?? 0) });
  else unschedule(context, "webhook", id);
}
