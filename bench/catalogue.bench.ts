import { describe, it } from "vitest";
import { sha256Bytes } from "../src/lib/sha256-bytes";
import { PULL_PAGE_SIZE } from "../src/sync/catalogue/pull-products";
import { searchCategories } from "../src/sync/categories/browse-categories";
import { mapCategory } from "../src/sync/categories/map-category";
import { connectionPorts } from "../src/tasks/connection-ports";
import { startPull } from "../src/tasks/start-pull";
import { rowsOf } from "../test/support/merchant";
import { startPush } from "../test/support/start-tasks";
import { fewestPullRequests, fewestPushRequests, type Figure } from "./figures";
import { rowsByTable } from "../test/support/recording-database";
import { measuringHarness, type MeasuringHarness } from "./harness";

const PRODUCTS = 100;
const VARIANTS = 3;
/** Products of whose variants the stock changes. */
const RESTOCKED = 10;
/** Products whose listings are followed to the end of their reviews. */
const PUSHED = 200;
/** The channel tells what happened this often. */
const TICK_MS = 500;
/** A pull of many pages asks for so much more than it must, at most. */
const MOST_OVER_LEAST = 1.03;
/** Settings, currencies, country, languages, names of options and of features: one request each. */
const FACTS_OF_A_STORE = 7;
const CATALOGUE_TABLES = ["product", "source_category", "listing", "offer", "media"];

const pull = ({ services, connectionId }: MeasuringHarness) =>
  startPull(services, connectionId, {}, "bench");
const push = ({ services, connectionId }: MeasuringHarness) =>
  startPush(services, connectionId, { filter: { tab: "all" } }, "bench");

type Measured = Awaited<ReturnType<MeasuringHarness["measure"]>>;

function catalogueRows({ statements }: Measured): number {
  const sums = rowsByTable(statements);
  return CATALOGUE_TABLES.reduce((sum, table) => sum + (sums.get(table) ?? 0), 0);
}

function otherRows(measured: Measured): number {
  const all = [...rowsByTable(measured.statements).values()];
  return all.reduce((sum, rows) => sum + rows, 0) - catalogueRows(measured);
}

/** The same requests one after the other, their answers read and thrown away. */
async function bareLoopMs(requests: readonly Request[]): Promise<number> {
  const startedAt = performance.now();
  for (const request of requests) await (await fetch(request.clone())).text();
  return performance.now() - startedAt;
}

/** Every product into one category, as a merchant may map them. Answers how many are in use: 1. */
async function mapEverything({ services, connectionId }: MeasuringHarness): Promise<number> {
  const ports = connectionPorts(services, connectionId);
  const [category] = await searchCategories(ports, "mug");
  if (!category) throw new Error("the simulated channel has no category for mugs");
  const sources = await rowsOf<{ id: string }>(
    "SELECT DISTINCT source_category_id AS id FROM product WHERE connection_id = ?",
    connectionId,
  );
  for (const { id } of sources) await mapCategory(ports, id, category.id);
  return 1;
}

async function distinctPictures(downloads: readonly Request[]): Promise<number> {
  const hashes = new Set<string>();
  for (const { url } of downloads) {
    const bytes = await (await fetch(url)).arrayBuffer();
    hashes.add(await sha256Bytes(new Uint8Array(bytes)));
  }
  return hashes.size;
}

/** Calls to the channel's stock after the store's changed. */
async function restock(harness: MeasuringHarness): Promise<number> {
  const { world } = harness;
  const products = await rowsOf<{ id: string; body: string }>(
    "SELECT product_id AS id, body FROM product WHERE connection_id = ? LIMIT ?",
    harness.connectionId,
    RESTOCKED,
  );
  for (const { id, body } of products)
    for (const variant of (JSON.parse(body) as { variants: { id: string }[] }).variants)
      world.prestashop8.setStockSilently(id, variant.id, 5);
  const isStock = ({ path }: { path: string }) => path.endsWith("/inventory/update");
  const before = world.tiktok.calls().filter(isStock).length;
  await harness.measure(() => pull(harness));
  await harness.quiet();
  return world.tiktok.calls().filter(isStock).length - before;
}

/**
 * Pushes so many products while the channel tells what becomes of them, to the end of their reviews; answers how
 * often a listing was looked for or read on the channel.
 */
async function pushToTheEnd(harness: MeasuringHarness, count: number): Promise<number> {
  const { world, services, connectionId } = harness;
  await mapEverything(harness);
  const ids = await rowsOf<{ id: string }>(
    "SELECT product_id AS id FROM product WHERE connection_id = ? LIMIT ?",
    connectionId,
    count,
  );
  const selection = { ids: ids.map(({ id }) => id) };
  world.tiktok.clearCalls();
  const ticking = setInterval(() => void world.tick(), TICK_MS);
  try {
    await harness.measure(() => startPush(services, connectionId, selection, "bench"));
    while ((await countLive(connectionId)) < count) await scheduler.wait(TICK_MS);
  } finally {
    clearInterval(ticking);
  }
  const isRead = ({ method, path }: { method: string; path: string }) =>
    path.endsWith("/products/search") || (method === "GET" && /\/products\/\d+$/.test(path));
  return world.tiktok.calls().filter(isRead).length;
}

async function countLive(connectionId: string): Promise<number> {
  const [row] = await rowsOf<{ live: number }>(
    "SELECT COUNT(*) AS live FROM listing WHERE connection_id = ? AND status = 'live'",
    connectionId,
  );
  return row?.live ?? 0;
}

describe("figures", () => {
  it(`of ${PRODUCTS} products with ${VARIANTS} variants each`, async ({ task }) => {
    const harness = await measuringHarness({ products: PRODUCTS, variantsEach: VARIANTS });
    const fewest = fewestPullRequests({ products: PRODUCTS, pageSize: PULL_PAGE_SIZE });
    const figures: Figure[] = [];
    task.meta.figures = figures;
    const add = (name: string, value: number, unit: string, bounds: Partial<Figure> = {}) =>
      figures.push({ name, value, unit, ...bounds });

    const first = await harness.measure(() => pull(harness));
    const firstBareMs = await bareLoopMs(first.source);
    const bounds = { minimum: fewest, target: 6 };
    add("first pull of 100 products", first.source.length, "requests", bounds);

    const second = await harness.measure(() => pull(harness));
    const secondBareMs = await bareLoopMs([...second.aboutItself, ...second.source]);
    add("second pull, nothing changed", second.source.length, "requests", bounds);
    const itself = { minimum: FACTS_OF_A_STORE, target: FACTS_OF_A_STORE };
    add("  asked about the store itself", second.aboutItself.length, "requests", itself);
    const none = { minimum: 0, target: 0 };
    add("  rows of the catalogue written", catalogueRows(second), "rows", none);
    add("  rows of task and connection written", otherRows(second), "rows");

    const [changed] = harness.world.prestashop8.products();
    harness.world.prestashop8.setPriceSilently(changed?.id ?? "", "77.000000");
    const third = await harness.measure(() => pull(harness));
    if (third.counts["updated"] !== 1) throw new Error("one changed product was not found");
    add("pull with 1 % changed: rows a changed product", catalogueRows(third), "rows");

    const categories = await mapEverything(harness);
    const push1 = await harness.measure(() => push(harness));
    if (push1.counts["done"] !== PRODUCTS)
      throw new Error(`the push ended: ${JSON.stringify(push1.counts)}`);
    const pictures = await distinctPictures(push1.pictures);
    const least = fewestPushRequests(PRODUCTS, pictures, categories);
    add("first push of 100 products", push1.channel.length, "requests", { minimum: least });
    add("  pictures downloaded", push1.pictures.length, "downloads", { minimum: pictures });
    const push2 = await harness.measure(() => push(harness));
    add("second push, nothing changed", push2.channel.length, "requests", none);

    const updates = await restock(harness);
    const restocked = `new stock of ${RESTOCKED * VARIANTS} SKUs in ${RESTOCKED} products`;
    add(restocked, updates, "requests", { minimum: RESTOCKED, target: RESTOCKED });

    add("time of the first pull", first.ms, "ms", { minimum: firstBareMs });
    add("time of the second pull", second.ms, "ms", { minimum: secondBareMs });
    add("time of the first push, waiting for the budget included", push1.ms, "ms");
  });

  it("of a catalogue of ten pages", async ({ task }) => {
    const products = 1_000;
    const harness = await measuringHarness({ products, variantsEach: VARIANTS });
    const { source, ms } = await harness.measure(() => pull(harness));
    const per100 = 100 / products;
    const minimum = fewestPullRequests({ products, pageSize: PULL_PAGE_SIZE }) * per100;
    const value = source.length * per100;
    const bareMs = await bareLoopMs(source);
    task.meta.figures = [
      {
        name: "pull of 1,000: per 100 products",
        value,
        unit: "requests",
        minimum,
        target: minimum * MOST_OVER_LEAST,
      },
      { name: "time of that pull", value: ms, unit: "ms", minimum: bareMs },
    ];
    const read = await pushToTheEnd(harness, PUSHED);
    const name = `push of ${PUSHED}: listings read back, to the end of their reviews`;
    const pages = Math.ceil(PUSHED / 100);
    task.meta.figures.push({ name, value: read, unit: "requests", minimum: pages, target: 10 });
  });
});
