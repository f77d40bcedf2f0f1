import { channelContract } from "../contract/channel/channel.contract";
import { openTikTokWorld } from "../contract/tiktok-shop/world";

// The same suite inside workerd: its crypto, its forms and its streams are what production has.
channelContract("TikTok Shop from workerd", async () => (await openTikTokWorld("GB")).world);
