import type { ChannelPlatform } from "./channel";
import { prestashop } from "./prestashop/manifest";
import type { SourcePlatform } from "./source";
import { tiktokShop } from "./tiktok-shop/manifest";

/** Adding a platform is one folder and one line here. */
export const sources = { prestashop } satisfies Record<string, SourcePlatform>;
export const channels = { "tiktok-shop": tiktokShop } satisfies Record<string, ChannelPlatform>;
