/** What the pages' calls read in the database, with 1,000 and with 100,000 products and orders. */
import { env } from "cloudflare:workers";
import { describe, it } from "vitest";
import { compose, withActions } from "../src/compose";
import { createApp } from "../src/http/app";
import { signUpMerchant } from "../test/support/merchant";
import { recordingDatabase, type StatementCost } from "../test/support/recording-database";
import { WEFT } from "../test/support/simulated-world";
import type { Figure } from "./figures";
import { fillShop } from "./large-shop";

const SMALL = 1_000;
const LARGE = 100_000;

interface Call {
  name: string;
  path: string;
  /** Rows it may read at most, however large the shop; none where the rows are read to be sorted. */
  target?: number;
}

/** A product is shown with its listing, its check and its category: four rows and what a page asks once. */
const A_PAGE_OF_PRODUCTS = 280;

/** Four tabs' next products are put in order before those of the page are read. */
const A_SORTED_PAGE = A_PAGE_OF_PRODUCTS + 250;

const callsAt = (size: number): Call[] => [
  { name: "products, first page", path: "/products", target: A_PAGE_OF_PRODUCTS },
  { name: "products, synced", path: "/products?tab=synced", target: A_PAGE_OF_PRODUCTS },
  { name: "products, failed", path: "/products?tab=sync_failed", target: A_PAGE_OF_PRODUCTS },
  { name: "products, by a category", path: "/products?category=c7", target: A_PAGE_OF_PRODUCTS },
  { name: "products, sold out", path: "/products?stock=none", target: A_PAGE_OF_PRODUCTS + 100 },
  {
    name: "products, by a reason",
    path: "/products?reason=listing.attribute_missing",
    target: 3_500,
  },
  { name: "products, a word that nothing has", path: "/products?search=teapot", target: 100 },
  { name: "products, a word that all have", path: "/products?search=mug", target: 500 },
  { name: "products, a SKU", path: `/products?search=SKU-${size / 2}`, target: 100 },
  { name: "products, an id", path: `/products?search=p${size / 2}`, target: 100 },
  {
    name: "products, an id of TikTok",
    path: `/products?search=17${100_000_000 + size / 2 + 1}`,
    target: 100,
  },
  { name: "products, by price", path: "/products?sort=price", target: A_SORTED_PAGE },
  { name: "products, dearest first", path: "/products?sort=-price", target: A_SORTED_PAGE },
  { name: "products, by name", path: "/products?sort=name", target: A_SORTED_PAGE },
  { name: "products, by stock", path: "/products?sort=stock", target: A_SORTED_PAGE },
  { name: "products, longest unchanged", path: "/products?sort=updated", target: A_SORTED_PAGE },
  {
    name: "products, failed, by price",
    path: "/products?tab=sync_failed&sort=price",
    target: A_SORTED_PAGE,
  },
  {
    name: "products, by name, page behind",
    path: `/products?sort=name&cursor=${encodeURIComponent(`mug number ${size / 2}~p${size / 2}`)}`,
    target: A_SORTED_PAGE,
  },
  { name: "a product", path: `/products/p${size / 2}`, target: 100 },
  { name: "orders, first page", path: "/orders", target: 60 },
  { name: "orders, unfulfilled", path: "/orders?tab=unfulfilled", target: 60 },
  {
    name: "orders, what to ship first",
    path: "/orders?tab=unfulfilled&sort=shipBy",
    target: 120,
  },
  { name: "orders, a buyer", path: `/orders?search=buyer${size / 2}`, target: 100 },
  { name: "orders, an id", path: `/orders?search=57${100_000_000 + size / 2}`, target: 100 },
  { name: "orders, a word that none has", path: "/orders?search=teapot", target: 100 },
  { name: "home", path: "/home", target: 60 },
  { name: "home, what needs a person", path: "/attention", target: 1_100 },
  { name: "what moved", path: "/pulse", target: 120 },
  { name: "categories", path: "/categories", target: 700 },
  { name: "a connection with 2,000 problems", path: "", target: 100 },
  { name: "results of a task, failed", path: "/tasks/TASK?state=failed", target: 120 },
];

async function openLarge() {
  const merchant = await signUpMerchant();
  const { cookie } = merchant;
  /** A connection with so many products and orders; answers its id. */
  const open = async (size: number) => {
    const body = { name: `Shop of ${size}`, source: "prestashop", channel: "tiktok-shop" };
    const { id } = await merchant.call("POST /api/connections", { body });
    await fillShop(id, size);
    return id;
  };
  const statements: StatementCost[] = [];
  const DB = recordingDatabase(env.DB, statements, { countsRawReads: true });
  const services = withActions(compose({ ...env, DB } as Cloudflare.Env));
  const app = createApp(() => services);
  /** Answers how many rows the call read. */
  const get = async (path: string) => {
    const before = statements.length;
    const request = new Request(`${WEFT}${path}`, { headers: { cookie } });
    const answer = await app.fetch(request, env);
    if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
    await answer.arrayBuffer();
    return statements.slice(before).reduce((sum, { rowsRead }) => sum + rowsRead, 0);
  };
  return { open, get };
}

type Get = Awaited<ReturnType<typeof openLarge>>["get"];

/** Rows that every call reads at one size. */
async function measureAll(get: Get, connectionId: string, size: number) {
  const rowsOf = new Map<string, number>();
  for (const { name, path } of callsAt(size)) {
    const place = path.replace("TASK", `task_${connectionId}`);
    rowsOf.set(name, await get(`/api/connections/${connectionId}${place}`));
  }
  return rowsOf;
}

describe("figures", () => {
  it("of pages, at two sizes", async ({ task }) => {
    const { open, get } = await openLarge();
    const few = await measureAll(get, await open(SMALL), SMALL);
    const many = await measureAll(get, await open(LARGE), LARGE);
    task.meta.figures = callsAt(LARGE).map(({ name, target }): Figure => {
      const read = { value: many.get(name) ?? 0, minimum: few.get(name) ?? 0 };
      return { name, unit: "rows", ...read, ...(target && { target }) };
    });
  });
});
