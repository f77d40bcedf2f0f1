import { env } from "cloudflare:workers";
import { expect, it } from "vitest";
import { openDatabase } from "../../../src/db/database";
import { staleReviews } from "../../../src/db/listings/stale-reviews";
import { shop } from "../../support/page-rows";

const db = openDatabase(env.DB);

/** Listings in review, read at these moments. */
async function inReview(connectionId: string, moments: readonly number[]): Promise<void> {
  await env.DB.prepare("UPDATE connection SET state = 'active' WHERE id = ?")
    .bind(connectionId)
    .run();
  for (const at of moments)
    await env.DB.prepare(
      `INSERT INTO listing (connection_id, product_id, channel_product_id, status, reasons, updated_at)
       VALUES (?, ?, ?, 'in_review', '[]', ?)`,
    )
      .bind(connectionId, String(at), `${connectionId}-${at}`, at)
      .run();
}

it("lets connections take turns, so that one that is never read keeps no other waiting", async () => {
  await env.DB.exec("DELETE FROM connection");
  const [one, other] = [await shop(), await shop()];
  await inReview(one.id, [1, 2, 3, 4]);
  await inReview(other.id, [5, 99]);
  const found = await staleReviews(db, 50, 3);
  expect(found.map(({ connectionId, readAt }) => [connectionId, readAt])).toEqual([
    [one.id, 1],
    [other.id, 5],
    [one.id, 2],
  ]);
});
