import * as z from "zod";
import { SyncError } from "../../domain/errors/sync-error";
import { request, type Session } from "./request";
import { anything, looseText, readableList } from "./shapes";
import { SUBSCRIBED_TOPICS } from "./topics";

const MAX_ADDRESS_CHARS = 255;
const PATH = "/event/202309/webhooks";

const TopicsAnswer = z.object({
  webhooks: readableList(z.object({ event_type: looseText, address: looseText })),
});

/**
 * Points every topic we use at `address` and answers the topics that point there afterwards. Only
 * differences are written. An address the platform cannot take leaves everything as it is: polls
 * find the same changes.
 */
export async function registerWebhooks(
  session: Session,
  address: string,
): Promise<readonly string[]> {
  if (isPublicAddress(address)) return pointTopics(session, address);
  if (!session.deps.allowLocalHosts) return [];
  try {
    return await pointTopics(session, address);
  } catch (caught) {
    if (caught instanceof SyncError && caught.code === "tiktok.invalid_parameter") return [];
    throw caught;
  }
}

/** The address each registered kind of event goes to. */
export async function readTopics(session: Session): Promise<ReadonlyMap<string, string>> {
  const { webhooks } = await request(session, { method: "GET", path: PATH }, TopicsAnswer);
  return new Map(webhooks.map((hook) => [hook.event_type, hook.address]));
}

async function pointTopics(session: Session, address: string): Promise<readonly string[]> {
  const known = await readTopics(session);
  for (const topic of SUBSCRIBED_TOPICS) {
    if (known.get(topic) === address) continue;
    const body = { address, event_type: topic };
    await request(session, { method: "PUT", path: PATH, body, replaySafe: true }, anything);
  }
  return SUBSCRIBED_TOPICS;
}

/** The platform takes https with a domain name, no port, and at most 255 characters. */
export function isPublicAddress(address: string): boolean {
  if (!URL.canParse(address) || address.length > MAX_ADDRESS_CHARS) return false;
  const { protocol, port, hostname } = new URL(address);
  return protocol === "https:" && port === "" && /^([a-z\d-]+\.)+[a-z]{2,}$/.test(hostname);
}
