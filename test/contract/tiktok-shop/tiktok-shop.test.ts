import { channelContract } from "../channel/channel.contract";
import { openTikTokHarness } from "./tiktok-harness";

for (const region of ["GB", "US", "DE"])
  channelContract(
    `TikTok Shop in ${region}`,
    async () => (await openTikTokHarness(region)).channel,
  );
