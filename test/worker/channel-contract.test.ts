import { channelContract } from "../contract/channel/channel.contract";
import { openTikTokHarness } from "../contract/tiktok-shop/tiktok-harness";

// The same suite inside workerd: its crypto, its forms and its streams are what production has.
channelContract("TikTok Shop from workerd", async () => (await openTikTokHarness("GB")).channel);
