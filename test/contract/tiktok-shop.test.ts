import { channelContract } from "./channel.contract";
import { openTikTokWorld } from "./tiktok-shop-world";

for (const region of ["GB", "US", "DE"])
  channelContract(`TikTok Shop in ${region}`, async () => (await openTikTokWorld(region)).world);
