import type { ChannelPlatform } from "./channel";
import { prestashop } from "./prestashop/manifest";
import type { SourcePlatform } from "./source";
import { tiktokShop } from "./tiktok-shop/manifest";

/** Every platform by its stored key; a new platform is one folder and one line here. */
export const sources = { prestashop } satisfies Record<string, SourcePlatform>;
export const channels = { "tiktok-shop": tiktokShop } satisfies Record<string, ChannelPlatform>;
