import { describe, expect, it } from "vitest";
import { SyncError } from "../../../src/domain/errors/sync-error";
import type { ChannelSession } from "../../../src/platforms/channel";
import { channelProducts, mappedCatalogue } from "../../support/catalogue-harness";
import { rowsOf } from "../../support/merchant";
import { startPush } from "../../support/start-tasks";

/** A product of the demo catalogue with pictures of its own and one for each colour. */
const SHIRT = "1";

interface Listed {
  main_images: unknown[];
  skus: { sales_attributes: { sku_img?: unknown }[] }[];
}

/** Pushes the shirt to a channel that takes every picture but some; answers its task's item and the listing. */
async function pushed(isRefused: (use: string, count: number) => boolean) {
  let count = 0;
  const harness = await mappedCatalogue({
    channel: (session: ChannelSession) => ({
      uploadImage: async (bytes, name, use) => {
        count += 1;
        if (isRefused(use, count))
          throw new SyncError("merchant", "tiktok.image", { vendorCode: 1 });
        return session.uploadImage(bytes, name, use);
      },
    }),
  });
  const { services, connectionId } = harness;
  const { taskId } = await startPush(services, connectionId, { ids: [SHIRT] }, "ada");
  await harness.drain();
  const [{ state = "", reasons = "" } = {}] = await rowsOf<{ state: string; reasons: string }>(
    "SELECT state, reasons FROM task_item WHERE task_id = ?",
    taskId,
  );
  const [found] = rows(reasons);
  const listing = channelProducts(harness)[0] as unknown as Listed | undefined;
  return { state, code: found?.code, facts: found?.facts, listing };
}

const rows = (text: string) =>
  JSON.parse(text) as { code: string; facts: { url?: string; urls?: string[] } }[];

describe("a picture that the channel does not take", () => {
  it("costs itself, and is named", async () => {
    const { state, code, facts, listing } = await pushed(
      (use, count) => use === "main" && count === 2,
    );
    expect([state, code]).toEqual(["done", "listing.images_left_out"]);
    expect(facts?.urls).toEqual([expect.stringMatching(/^https?:.*\.jpg$/)]);
    expect(JSON.stringify(listing)).toContain("main_images");
  });

  it("costs an option all its pictures, never a part of them", async () => {
    let options = 0;
    const { state, code, listing } = await pushed((use) => {
      if (use === "option") options += 1;
      return use === "option" && options === 1;
    });
    expect([state, code]).toEqual(["done", "listing.option_images_left_out"]);
    expect(JSON.stringify(listing)).not.toContain("sku_img");
  });

  it("refuses the product where no other is left, and names it", async () => {
    const { state, code, facts, listing } = await pushed(() => true);
    expect([state, code]).toEqual(["failed", "tiktok.image"]);
    expect(facts?.url).toMatch(/^https?:/);
    expect(listing).toBeUndefined();
  });
});
