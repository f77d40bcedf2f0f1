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
import type { BeforeMove, SourceFound } from "../sync/connections/connect-store";
import type { StoreMoveDeps } from "../sync/connections/store-move";

export interface ConnectionActions {
  connectStore(
    row: ConnectionRow,
    typed: { url: string; key?: string },
    beforeMove: BeforeMove,
  ): Promise<SourceFound>;
  /** Takes what a store's module hands over; a move waits for a member. */
  takeHandOver(
    row: ConnectionRow,
    given: { url: string; key: string },
    record: StoreMoveDeps["record"],
  ): Promise<SourceFound>;
  /** A member's answer to a move. */
  answerMove(
    row: ConnectionRow,
    answer: { url: string; isAccepted: boolean },
    record: StoreMoveDeps["record"],
  ): Promise<void>;
  /** The address of the channel's authorisation page. */
  startAuthorization(row: ConnectionRow, owner: StateOwner, market: string): Promise<string>;
  endAuthorization(owner: StateOwner, back: AuthorizationReturn): Promise<AuthorizationOutcome>;
  /** Shops the seller's authorisation covers. */
  listShops(row: ConnectionRow): Promise<readonly ChannelShop[]>;
  bindShop(row: ConnectionRow, shop: ChannelShop): Promise<void>;
  rotateSecret(row: ConnectionRow): Promise<void>;
  runHealthCheck(row: ConnectionRow): Promise<void>;
  /** The same, in place of a check under way, which saw what is over. */
  checkAgain(row: ConnectionRow): Promise<void>;
  readHealth(connectionId: string): Promise<CheckState>;
  /** Repairs what the last report says of `check`, has `recordRepair` record it, and checks again. */
  repair(row: ConnectionRow, check: string, recordRepair: () => Promise<void>): Promise<void>;
}
