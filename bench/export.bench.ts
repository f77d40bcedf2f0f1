/** What taking everything of a connection along costs, of 1,000 and of 100,000 products and orders. */
import { env } from "cloudflare:workers";
import { describe, it } from "vitest";
import { compose } from "../src/compose";
import { exportConnection } from "../src/db/reports/export-connection";
import { signUpMerchant } from "../test/support/merchant";
import type { Figure } from "./figures";
import { fillShop } from "./large-shop";

const SMALL = 1_000;
const LARGE = 100_000;
/** A page of at most a megabyte, or of 2,000 rows, each. */
const MOST_STATEMENTS = 400;

async function measure(size: number) {
  const merchant = await signUpMerchant();
  const body = { name: `Shop of ${size}`, source: "prestashop", channel: "tiktok-shop" };
  const { id } = await merchant.call("POST /api/connections", { body });
  await fillShop(id, size);
  let statements = 0;
  const DB = {
    prepare(query: string) {
      statements += 1;
      return env.DB.prepare(query);
    },
  };
  const { db } = compose({ ...env, DB } as unknown as Cloudflare.Env);
  const startedAt = performance.now();
  let length = 0;
  for await (const piece of exportConnection(db, id, {})) length += piece.length;
  return { seconds: (performance.now() - startedAt) / 1_000, statements, length };
}

describe("figures", () => {
  it("of an export", async ({ task }) => {
    const few = await measure(SMALL);
    const many = await measure(LARGE);
    const figure = (name: string, unit: string, of: "seconds" | "statements"): Figure => ({
      name,
      unit,
      value: many[of],
      minimum: few[of],
    });
    task.meta.figures = [
      figure("everything of a connection exported", "s", "seconds"),
      {
        ...figure("everything of a connection exported", "statements", "statements"),
        target: MOST_STATEMENTS,
      },
    ];
  });
});
