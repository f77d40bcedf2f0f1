import { expect, it } from "vitest";
import { records } from "../../../simulator/tiktok-shop/fields";
import type { Product } from "../../../simulator/tiktok-shop/products/product";
import { mappedCatalogue } from "../../support/catalogue-harness";
import { rowsOf } from "../../support/merchant";
import { startPush } from "../../support/start-tasks";

const SHIRT = "1";

it("takes a variant that the store no longer has out of the listing, and no other", async () => {
  const harness = await mappedCatalogue();
  const push = async () => {
    await startPush(harness.services, harness.connectionId, { ids: [SHIRT] }, "ada");
    await harness.drain();
  };
  await push();
  const listed = () => {
    const [product] = harness.world.storage.list<Product>("tts:product");
    return records((product?.review ?? product?.content)?.["skus"]).map(({ id }) => id);
  };
  const before = listed();
  await rowsOf(
    `UPDATE product SET body = json_remove(body, '$.variants[0]')
     WHERE connection_id = ? AND product_id = ?`,
    harness.connectionId,
    SHIRT,
  );
  await push();
  const after = listed();
  expect(after).toHaveLength(before.length - 1);
  expect(before).toEqual(expect.arrayContaining(after));
  expect(harness.calls).toContain("unbindOffers");
});
