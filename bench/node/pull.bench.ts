/**
 * CPU that a pull takes for a product outside the database: reading the store's answers, comparing, hashing.
 * Beside it what parsing the same answers takes.
 */
import { createHash } from "node:crypto";
import { describe, it, vi } from "vitest";
import type { SourceProduct } from "../../src/domain/catalogue/source-product";
import { storeProducts, type StoreProductsDeps } from "../../src/sync/catalogue/observe-products";
import { openStore } from "../../test/contract/prestashop/simulated-store";
import type { Figure } from "../figures";

const PRODUCTS = 500;
const VARIANTS_EACH = 3;
const PAGE = 100;
/** The first ones warm the machine up; of the others the median counts. */
const ROUNDS = 30;
const WARM = 10;
const MICROS = 1_000;

/** As workerd does it; Node hands each text to another thread, which takes longer than the hash. */
const hashHere = async (_name: unknown, data: BufferSource) =>
  new Uint8Array(
    createHash("sha256")
      .update(data as Uint8Array)
      .digest(),
  ).buffer;

/** Answers each request once by the simulated store, then always the same from memory. */
function remembering(answer: (request: Request) => Promise<Response>) {
  const answers = new Map<string, { text: string; headers: Headers }>();
  const fetch = async (request: Request) => {
    const known = answers.get(request.url);
    if (known) return new Response(known.text, { headers: known.headers });
    const response = await answer(request);
    const text = await response.text();
    answers.set(request.url, { text, headers: response.headers });
    return new Response(text, { headers: response.headers, status: response.status });
  };
  return { fetch, texts: () => [...answers.values()].map(({ text }) => text) };
}

/** CPU milliseconds of `work`. */
async function cpuOf(work: () => unknown): Promise<number> {
  const before = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / MICROS;
}

const medianOf = (values: readonly number[]) =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

async function openPull() {
  const { store, open } = openStore("8.2.1");
  store.seedCatalogue({ products: PRODUCTS, variantsEach: VARIANTS_EACH });
  const { fetch, texts } = remembering(store.fetch);
  const known = await open(undefined, undefined, fetch).readStore();
  /** All pages, each product stored as `deps` say. */
  const pull = async (deps: StoreProductsDeps) => {
    const session = open(known, undefined, fetch, {});
    const pulled: SourceProduct[] = [];
    let next: string | undefined;
    do {
      const page = await session.pullPage({}, PAGE, next);
      await storeProducts(deps, page.products, 1);
      pulled.push(...page.products);
      next = page.next;
    } while (next !== undefined);
    return pulled;
  };
  return { pull, texts };
}

/** A catalogue that knows nothing and keeps nothing. */
const NEW: StoreProductsDeps = {
  products: { readKnown: async () => new Map(), upsert: async () => {} },
  sold: { list: async () => [], relink: async () => {} },
} as unknown as StoreProductsDeps;

describe("figures", () => {
  it("of the CPU of a pull", async ({ task }) => {
    vi.spyOn(crypto.subtle, "digest").mockImplementation(hashHere);
    const { pull, texts } = await openPull();
    const pulls: number[] = [];
    const parses: number[] = [];
    let products = 0;
    for (let round = 0; round < ROUNDS; round += 1) {
      const ms = await cpuOf(async () => void (products = (await pull(NEW)).length));
      const bare = await cpuOf(() => texts().map((text) => JSON.parse(text) as unknown));
      if (round < WARM) continue;
      pulls.push(ms / products);
      parses.push(bare / products);
    }
    const name = "CPU of a pulled product, read, compared and hashed; beside parsing it";
    const figures: Figure[] = [
      { name, value: medianOf(pulls) * MICROS, minimum: medianOf(parses) * MICROS, unit: "µs" },
    ];
    task.meta.figures = figures;
  });
});
