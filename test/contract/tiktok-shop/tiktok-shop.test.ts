import { vi } from "vitest";
import { channelContract } from "../channel/channel.contract";
import { openTikTokHarness } from "./tiktok-harness";

// A whole contract is many requests a test, which a busy machine answers slowly.
vi.setConfig({ testTimeout: 30_000 });

for (const region of ["GB", "US", "DE"])
  channelContract(
    `TikTok Shop in ${region}`,
    async () => (await openTikTokHarness(region)).channel,
  );
