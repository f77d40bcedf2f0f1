/** What is gathered of a TikTok shop before it is judged. */
import type { Part } from "../../../domain/health/finding";
import type { SyncError } from "../../../domain/errors/sync-error";
import type {
  ChannelExamination,
  ChannelShop,
  ChannelWarehouse,
  ShippingProvider,
} from "../../channel";

export interface Evidence {
  asked: ChannelExamination;
  /** Epoch ms when the gathering began. */
  now: number;
  /** Failed calls by the check they speak about. */
  faults: ReadonlyMap<string, SyncError>;
  shops: Part<readonly ChannelShop[]>;
  /** Why the platform would refuse listings, in its own words. */
  prerequisites: Part<readonly string[]>;
  warehouses: Part<readonly ChannelWarehouse[]>;
  deliveryOptions: Part<readonly { id: string; name: string }[]>;
  /** Of all options; empty where the platform ships by itself. */
  providers: Part<readonly ShippingProvider[]>;
  /** Address of each topic of ours that is registered. */
  webhooks: Part<ReadonlyMap<string, string>>;
}

/** Checks that stand in the way of all others, in the order a request meets them. */
export const CONNECTIVITY_CHECKS = [
  "channel.reachable",
  "channel.token",
  "channel.scopes",
  "channel.shop",
] as const;

const BY_CODE: Readonly<Record<string, (typeof CONNECTIVITY_CHECKS)[number]>> = {
  "tiktok.timeout": "channel.reachable",
  "tiktok.unreachable": "channel.reachable",
  "tiktok.unavailable": "channel.reachable",
  "tiktok.unreadable": "channel.reachable",
  "tiktok.rate_limited": "channel.reachable",
  "tiktok.authorization_revoked": "channel.token",
  "tiktok.token_expired": "channel.token",
  "tiktok.token_invalid": "channel.token",
  "tiktok.refresh_token_invalid": "channel.token",
  "tiktok.scope_missing": "channel.scopes",
  "tiktok.shop_inactive": "channel.shop",
  "tiktok.token_mismatch": "channel.shop",
};

/** What is not known by its code is an answer that Weft cannot use. */
export function attributeFailure({ code }: SyncError): (typeof CONNECTIVITY_CHECKS)[number] {
  return BY_CODE[code] ?? "channel.reachable";
}
