import { channelContract } from "../channel/channel.contract";
import { openTikTokWorld } from "./world";

for (const region of ["GB", "US", "DE"])
  channelContract(`TikTok Shop in ${region}`, async () => (await openTikTokWorld(region)).world);
