/** What nobody signed: refused as cheaply as can be, and counted by the network it came from. */
import { networkOf } from "../../domain/accounts/network";
import type { AppServices } from "../context";

/** The window of the edge's limit. */
export const FAILURE_WAIT_SECONDS = 60;

/** Whether a store's message may be signed, before anything is read for it. */
export function mayBeOfStore({ sourcePlatforms, now }: AppServices, headers: Headers): boolean {
  return sourcePlatforms().some(({ mayBeSigned }) => mayBeSigned(headers, now()));
}

/** Counts a message that was refused; false where its network sent too many lately. */
export function mayFail({ mayTryLogin }: AppServices, headers: Headers): Promise<boolean> {
  const { near } = networkOf(headers.get("cf-connecting-ip") ?? "local");
  return mayTryLogin(`unsigned:${near}`);
}
