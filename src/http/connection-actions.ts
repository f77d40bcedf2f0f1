/**
 * What routes ask of a connection: the use cases of its set-up and health, bound to their repositories,
 * secrets and platforms by `compose`. Each throws what the use case of the same name throws.
 */
import type { ConnectionRow } from "../db/connections/connections";
import type { StateOwner } from "../db/connections/oauth-states";
import type { CheckState } from "../domain/health/check-run";
import type { ChannelShop } from "../platforms/channel";
import type {
  AuthorizationOutcome,
  AuthorizationReturn,
} from "../sync/connections/authorize-channel";
import type { SourceFound } from "../sync/connections/connect-store";

export interface ConnectionActions {
  connectStore(row: ConnectionRow, typed: { url: string; key?: string }): Promise<SourceFound>;
  /** The address of the channel's authorisation page. */
  startAuthorization(row: ConnectionRow, owner: StateOwner, market: string): Promise<string>;
  endAuthorization(owner: StateOwner, back: AuthorizationReturn): Promise<AuthorizationOutcome>;
  /** Shops the seller's authorisation covers. */
  listShops(row: ConnectionRow): Promise<readonly ChannelShop[]>;
  bindShop(row: ConnectionRow, shop: ChannelShop): Promise<void>;
  rotateSecret(row: ConnectionRow): Promise<void>;
  runHealthCheck(row: ConnectionRow): Promise<void>;
  readHealth(connectionId: string): Promise<CheckState>;
  /** Repairs what the last report says of `check`, has `recordRepair` record it, and checks again. */
  repair(row: ConnectionRow, check: string, recordRepair: () => Promise<void>): Promise<void>;
}
