/**
 * The product as it runs on Cloudflare, in this process: its web side, queue consumer, cron and
 * ledgers over stand-ins for what Cloudflare gives them. Everything from `compose` on is the code
 * that is deployed.
 */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { compose } from "../../../src/compose";
import { ledgerPortsOf } from "../../../src/compose/ledger-ports";
import { createApp } from "../../../src/http/app";
import { consumeBatch } from "../../../src/jobs/consume";
import { runCron } from "../../../src/jobs/cron";
import { consumeDeadBatch } from "../../../src/jobs/dead-letter";
import { LedgerObject } from "../../../src/ledger/ledger-object";
import type { Runtime } from "../../../src/lib/runtime";
import type { Chance } from "./chance";
import { d1Over, type D1Hooks } from "./d1";
import { openDurableObjects, type DurableObjects, type LedgerInstance } from "./durable";
import { effect, live, openLife } from "./life";
import { openQueue, type SimulatedQueue } from "./queue";
import { openSqlFile, type SqlFile } from "./sql";
import type { Timeline } from "./timeline";

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
}

export function openWorker({ timeline, chance, hooks, root, vars }: Options): SimulatedWorker {
  const database = openSqlFile();
  migrate(database, root);
  const runtime = runtimeOf(timeline, chance);
  const webLives = new Set<ReturnType<typeof openLife>>();

  const ledgers = openDurableObjects(
    timeline,
    (name, host) => {
      const state = { ...host, id: { name } } as unknown as DurableObjectState;
      const object = new LedgerObject(state, env, (connectionId, ledger) =>
        ledgerPortsOf(services, connectionId, ledger),
      );
      return object as unknown as LedgerInstance;
    },
    hooks,
  );
  const dead: SimulatedQueue = openQueue(
    "weft-jobs-dead",
    timeline,
    (batch) => consumeDeadBatch(services, batch),
    hooks,
    (body) => hooks.failed("dead queue", new Error(`given up: ${JSON.stringify(body)}`)),
  );
  const queue = openQueue(
    "weft-jobs",
    timeline,
    (batch) => consumeBatch(services, batch),
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
  // Services keep no state, so one set of them serves every request and message.
  const services = compose(env, runtime);
  const app = createApp(() => services);

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
      return inLife("request", async () => app.fetch(request, env));
    },
    cron: () => {
      hooks.note();
      return inLife("cron", () => runCron(services, timeline.now()));
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
