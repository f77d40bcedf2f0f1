import { shortHash } from "../../../lib/short-hash";

/**
 * Nobody receives mail under `.invalid`, so the store's order mails do not reach a buyer whom the
 * channel keeps informed; and no account of the store can have this address by chance. An id that
 * an address cannot hold as it is has a hash behind it, so that no two ids share one.
 */
export function guestEmail(channelOrderId: string): string {
  const safe = channelOrderId.toLowerCase().replaceAll(/[^a-z0-9-]/g, "-");
  const name = safe === channelOrderId ? safe : `${safe}-${shortHash(channelOrderId)}`;
  return `order-${name}@weft.invalid`;
}
