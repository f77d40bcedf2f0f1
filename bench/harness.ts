/**
 * A connected merchant whose every request and every written row is counted: real database, real
 * ledger, both simulated shops, a queue delivered by hand. It does not know what is measured.
 */
import { env } from "cloudflare:workers";
import { compose } from "../src/compose";
import { openConnection } from "../src/compose/open-connection";
import { openWorks } from "../src/compose/works";
import { consumeBatch } from "../src/jobs/consume";
import type { JobMessage } from "../src/tasks/messages";
import type { Services } from "../src/tasks/services";
import { jobBatch } from "../test/support/job-batch";
import {
  connectedMerchant,
  PACKAGE_DEFAULTS,
  rowsOf,
  saveSettings,
  type ConnectedMerchant,
} from "../test/support/merchant";
import { recordingDatabase, type StatementCost } from "../test/support/recording-database";
import { simulatedWorld, STORE_8 } from "../test/support/simulated-world";

/** A simulated shop on a busy machine may take its time; a repeated request would spoil a count. */
const TIMEOUT_MS = "60000";
/** A limit that nothing waits for: a minute of waiting says nothing of Weft, and sweeps begin meanwhile. */
const UNHURRIED_PER_MINUTE = 600;
/** Nothing asked for so long: the ledger has nothing due. */
const QUIET_MS = 1_500;

export type MeasuringHarness = Awaited<ReturnType<typeof measuringHarness>>;

interface Size {
  products: number;
  variantsEach: number;
}

/** A connected merchant whose catalogue is what its size says, and whom no limit holds up. */
export async function openShop(size: Size): Promise<ConnectedMerchant> {
  const world = simulatedWorld({ prestashop: size });
  // The demo products have other shapes; the catalogue shall be what its size says.
  for (const { id } of world.prestashop8.products().slice(0, -size.products))
    world.prestashop8.deleteProduct(id);
  // As PrestaShop does by itself when its last pack is deleted.
  world.prestashop8.setSetting("PS_PACK_FEATURE_ACTIVE", "0");
  const shop = await connectedMerchant(world);
  await saveSettings(shop.merchant, shop.connectionId, {
    packageDefaults: PACKAGE_DEFAULTS,
    requestsPerMinute: UNHURRIED_PER_MINUTE,
  });
  return shop;
}

export async function measuringHarness(size: Size) {
  // A channel shop feeds one connection: that of the harness before gives it free.
  await env.DB.exec("DELETE FROM connection");
  const shop = await openShop(size);
  const { world } = shop;
  const queue: { body: JobMessage; attempts: number }[] = [];
  const statements: StatementCost[] = [];
  const sent: Request[] = [];
  const database = recordingDatabase(env.DB, statements);
  const real = compose({ ...env, DB: database, HTTP_TIMEOUT_MS: TIMEOUT_MS } as Cloudflare.Env);
  const parts = {
    ...real,
    fetch: (request: Request) => {
      sent.push(request.clone() as Request);
      return real.fetch(request);
    },
  };
  const works = openWorks(parts.now);
  const services: Services = {
    ...parts,
    enqueue: async (messages) => {
      for (const body of messages) queue.push({ body, attempts: 1 });
    },
    openConnection: (id, work) =>
      openConnection(parts, id, {
        work: works(work),
        lease: (side, wanted, terms) => real.ledger(id).lease(side, wanted, terms),
        freshAccess: (stale) => real.ledger(id).freshAccess(stale),
      }),
  };

  /** Delivers what waits until nothing does. */
  async function drain(): Promise<void> {
    for (let entry = queue.shift(); entry; entry = queue.shift()) {
      const { body, attempts } = entry;
      const retry = () => void queue.push({ body, attempts: attempts + 1 });
      await consumeBatch(services, jobBatch({ body, attempts, timestamp: new Date(), retry }));
    }
  }

  const asked = () => world.prestashop8.calls().length + world.tiktok.calls().length;

  return {
    ...shop,
    services,
    /** Runs a task to its end; answers what it asked for, wrote and counted. */
    async measure(start: () => Promise<{ taskId: string }>) {
      await quiet(asked);
      sent.length = 0;
      statements.length = 0;
      const startedAt = performance.now();
      const { taskId } = await start();
      await drain();
      const ms = performance.now() - startedAt;
      const [task] = await rowsOf<{ state: string; counts: string; problem: string }>(
        "SELECT state, counts, problem FROM task WHERE id = ?",
        taskId,
      );
      if (task?.state !== "completed") throw new Error(`the task ended: ${JSON.stringify(task)}`);
      return {
        ms,
        statements: [...statements],
        counts: JSON.parse(task.counts) as Record<string, number>,
        ...bySide(sent),
      };
    },
    /** Waits until the ledger has done what was due. */
    quiet: () => quiet(asked),
  };
}

/** What a pull by hand asks of the store itself before it asks for the catalogue. */
const ABOUT_ITSELF =
  /\/api\/(configurations|currencies|countries|languages|groups|product_options|product_features)\?/;

/** Requests to either interface; pictures are downloads of public files. */
function bySide(requests: readonly Request[]) {
  const isShop = ({ url }: Request) => url.startsWith(STORE_8);
  const isApi = ({ url }: Request) => url.startsWith(`${STORE_8}/api/`);
  const isAboutItself = ({ url }: Request) => ABOUT_ITSELF.test(url);
  return {
    /** For the catalogue. */
    source: requests.filter((request) => isApi(request) && !isAboutItself(request)),
    aboutItself: requests.filter(isAboutItself),
    pictures: requests.filter((request) => isShop(request) && !isApi(request)),
    channel: requests.filter((request) => !isShop(request)),
  };
}

async function quiet(asked: () => number): Promise<void> {
  for (let before = -1; before !== asked();) {
    before = asked();
    await scheduler.wait(QUIET_MS);
  }
}
