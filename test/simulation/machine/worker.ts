/**
 * The product as it runs on Cloudflare, in this process: its web side, queue consumer, cron and
 * ledgers over stand-ins for what Cloudflare gives them. Everything from `compose` on is the code
 * that is deployed.
 */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Runtime } from "../../../src/lib/runtime";
import type { Chance } from "./chance";
import { d1Over, type D1Hooks } from "./d1";
import { openDurableObjects, type DurableObjects, type LedgerInstance } from "./durable";
import { effect, live, openLife } from "./life";
import { openQueue, type SimulatedQueue } from "./queue";
import { openSqlFile, type SqlFile } from "./sql";
import type { Timeline } from "./timeline";
import { version, type Version } from "./version";

/** One for all: it costs more than the request, which is mostly over by then. */
const TIMED_OUT = new DOMException("The operation timed out.", "TimeoutError");

export const WEFT = "https://weft.example";

export interface WorkerHooks {
  /** Counts whatever the Worker does to the outside, so that it can be seen to rest. */
  note(): void;
  failed(where: string, error: unknown): void;
  copies(): number;
  isAnswerLost: D1Hooks["isLost"];
}

export interface SimulatedWorker {
  /** A request from outside, in a life of its own. */
  fetch(request: Request): Promise<Response>;
  cron(): Promise<void>;
  database: SqlFile;
  ledgers: DurableObjects;
  queue: SimulatedQueue;
  /** Ends every life at once, as a crash or a deploy does. */
  crash(): void;
  mark(): void;
  rollBack(): void;
  unmark(): void;
}

interface Options {
  timeline: Timeline;
  chance(): Chance;
  hooks: WorkerHooks;
  root: string;
  vars: Record<string, string>;
  /** Runs beside this version, as during a deploy. */
  older?: Version | undefined;
  /** Whether the next request, message or woken object runs on the older version. */
  isOlderNext(): boolean;
}

type Deployed = ReturnType<typeof deploy>;

export function openWorker(options: Options): SimulatedWorker {
  const { timeline, chance, hooks, root, vars } = options;
  const database = openSqlFile();
  migrate(database, root);
  const runtime = runtimeOf(timeline, chance);
  const webLives = new Set<ReturnType<typeof openLife>>();

  const ledgers = openDurableObjects(
    timeline,
    (name, host) => {
      const state = { ...host, id: { name } } as unknown as DurableObjectState;
      return next().wake(state);
    },
    hooks,
  );
  const dead: SimulatedQueue = openQueue(
    "weft-jobs-dead",
    timeline,
    (batch) => next().consumeDead(batch),
    hooks,
    (body) => hooks.failed("dead queue", new Error(`given up: ${JSON.stringify(body)}`)),
  );
  const queue = openQueue(
    "weft-jobs",
    timeline,
    (batch) => next().consume(batch),
    hooks,
    (body) => void (dead.binding as { send(body: unknown): unknown }).send(body),
  );
  const always = { limit: async () => ({ success: true }) };
  const env = {
    ...vars,
    DB: d1Over(database, { note: () => hooks.note(), isLost: hooks.isAnswerLost }),
    JOBS: queue.binding,
    DEAD_JOBS: dead.binding,
    LEDGER: ledgers.namespace,
    LOGIN_LIMIT: always,
    API_LIMIT: always,
    ASSETS: { fetch: async () => new Response("", { status: 404 }) },
  } as unknown as Cloudflare.Env;
  const current = deploy(version, env, runtime);
  const older = options.older && deploy(options.older, env, runtime);
  const next = (): Deployed => (older && options.isOlderNext() ? older : current);

  async function inLife<T>(name: string, work: () => Promise<T>): Promise<T> {
    const life = openLife(name);
    webLives.add(life);
    try {
      return await live(life, work);
    } finally {
      webLives.delete(life);
    }
  }

  const endAll = () => {
    for (const life of webLives) life.die();
    queue.reset();
    dead.reset();
  };
  return {
    database,
    ledgers,
    queue,
    fetch: (request) => {
      hooks.note();
      return inLife("request", async () => next().app.fetch(request, env));
    },
    cron: () => {
      hooks.note();
      return inLife("cron", () => next().cron(timeline.now()));
    },
    crash() {
      ledgers.crash();
      queue.crash();
      dead.crash();
      for (const life of webLives) life.die();
    },
    mark() {
      database.mark();
      ledgers.mark();
    },
    rollBack() {
      endAll();
      database.rollBack();
      ledgers.rollBack();
    },
    unmark() {
      endAll();
      database.unmark();
      ledgers.unmark();
    },
  };
}

/** Services keep no state, so one set of them serves every request and message of a version. */
function deploy(of: Version, env: Cloudflare.Env, runtime: Runtime) {
  const services = of.compose(env, runtime);
  return {
    app: of.createApp(() => services),
    consume: (batch: MessageBatch<never>) => of.consumeBatch(services, batch),
    consumeDead: (batch: MessageBatch<never>) => of.consumeDeadBatch(services, batch),
    cron: (now: number) => of.runCron(services, now),
    wake(state: DurableObjectState): LedgerInstance {
      const object = new of.LedgerObject(state, env, (connectionId, ledger) =>
        of.ledgerPortsOf(services, connectionId, ledger),
      );
      return object as unknown as LedgerInstance;
    },
  };
}

function runtimeOf(timeline: Timeline, chance: () => Chance): Runtime {
  const randomText = (length: number) => chance().text(length);
  return {
    now: () => timeline.now(),
    random: () => chance().next(),
    randomText,
    newId: (prefix) => `${prefix}_${randomText(20)}`,
    sleep: (ms) =>
      effect(() => new Promise<void>((resolve) => void timeline.at(timeline.now() + ms, resolve))),
    deadline(ms) {
      const controller = new AbortController();
      timeline.at(timeline.now() + ms, () => controller.abort(TIMED_OUT));
      return controller.signal;
    },
  };
}

function migrate(database: SqlFile, root: string): void {
  const folder = join(root, "migrations");
  const files = readdirSync(folder).filter((name) => name.endsWith(".sql"));
  for (const name of files.toSorted())
    for (const statement of readFileSync(join(folder, name), "utf8").split(
      "--> statement-breakpoint",
    ))
      database.script(statement);
}
