/** An event of the channel that was verified: the ledger has it durably before anybody answers. */
import { revokesTokens } from "../../domain/connections/authorization";
import { SyncError } from "../../domain/errors/sync-error";
import type { ChannelEvent } from "../../platforms/channel";
import type { LedgerApi } from "../ledger-api";
import type { SecretStore } from "./secret-store";

export interface ChannelEventDeps {
  secrets: Pick<SecretStore, "find" | "mark">;
  ledger: Pick<LedgerApi, "ingestChannelEvent" | "setActive">;
  /** The connection waits until the seller authorises it again; its mappings stay. */
  markDisconnected(): Promise<void>;
  reportChannel(error: SyncError): Promise<void>;
  recordDisconnected(): Promise<void>;
}

/** Whether an event is about the right to call, and not about what is in the shop. */
export const concernsTokens = ({ kind }: Pick<ChannelEvent, "kind">): boolean =>
  kind === "authorization.revoked" || kind === "authorization.expiring";

export async function receiveChannelEvent(
  deps: ChannelEventDeps,
  event: ChannelEvent,
): Promise<{ isNew: boolean }> {
  if (event.kind === "authorization.revoked") await disconnect(deps, event.at);
  if (event.kind === "authorization.expiring")
    await deps.secrets.mark("channel_tokens", "expiring");
  return deps.ledger.ingestChannelEvent(event);
}

/** The seller removed the app: work stops. */
async function disconnect(deps: ChannelEventDeps, at: number): Promise<void> {
  const tokens = await deps.secrets.find("channel_tokens");
  if (!revokesTokens(at, tokens?.updatedAt)) return;
  await deps.secrets.mark("channel_tokens", "revoked");
  await deps.markDisconnected();
  await deps.reportChannel(new SyncError("reconnect", "channel.authorization_revoked"));
  await deps.ledger.setActive(false);
  await deps.recordDisconnected();
}
