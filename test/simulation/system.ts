/**
 * The people of all histories: the Worker, the simulated shops and the wires between them, at one
 * clock. The start (a connected merchant with listings on sale) is made once; each history begins
 * there and is taken back afterwards.
 */
import type { World } from "../../simulator/world";
import { chanceOf, START_SEEDS, type Chance } from "./machine/chance";
import { LifeEnded, watchEffects } from "./machine/life";
import { takeOver } from "./machine/take-over";
import { openTimeline, untilQuiet, type Timeline } from "./machine/timeline";
import type { Version } from "./machine/version";
import { openWorker, type SimulatedWorker } from "./machine/worker";
import { undisturbed, type Disturbance } from "./disturbance";
import { PLACES } from "./places";
import { openWorld, VARS } from "./world/open-world";
import { networkOver, type CrashFault, type StaleFault } from "./world/network";
import { sharedStorage, type SharedStorage } from "./world/shared-storage";

const START = Date.UTC(2026, 10, 29, 9, 0, 0);
const MINUTE_MS = 60_000;
/** Alarms, messages and answers at one moment; more are a loop. */
const MOST_CALLS_AT_ONCE = 2_000;
const TOKEN_HOST = "auth.tiktok-shops.com";
const STORES = new Set(PLACES.map(({ storeUrl }) => storeUrl));
const TIKTOK_HOSTS = new Set([
  "open-api.tiktokglobalshop.com",
  TOKEN_HOST,
  "services.tiktokshop.com",
  "tiktok.example",
]);

/** What went wrong inside the Worker without anybody being told: an error that nobody caught. */
export interface Incident {
  where: string;
  text: string;
}

export interface System extends Disturbance {
  timeline: Timeline;
  worker: SimulatedWorker;
  readonly world: World;
  readonly incidents: readonly Incident[];
  /** Requests of the Worker that reached a shop and that it had to work for. */
  readonly asked: readonly { side: CrashFault["side"]; at: number }[];
  /** Lines that the Worker logged. */
  readonly log: readonly string[];
  /** Whether an older version can run beside this one. */
  readonly hasOlder: boolean;
  /** The next reads of a side are answered from what it holds now. */
  answerStale(fault: StaleFault | undefined): void;
  /** Something that may never happen. */
  report(where: string, text: string): void;
  /** Lets everything happen that is due in the next `ms`. */
  advance(ms: number): Promise<void>;
  /** Lets what runs come to rest without moving the clock on purpose. */
  rest<T>(work: Promise<T>): Promise<T>;
  /** From here on `restart` comes back to this moment; may be nested. */
  mark(): void;
  /** Back to the newest mark, which stays. */
  restart(seed: number): void;
  /** Back to the newest mark, which is forgotten. */
  unmark(): void;
}

interface Marked {
  storage: SharedStorage;
  at: number;
  nextCronAt: number;
}

/** `older`: a version that runs beside this one until everything is healed. */
export function openSystem(root: string, older?: Version): System {
  const timeline = openTimeline(START);
  takeOver(timeline);
  let activity = 0;
  const note = () => {
    activity += 1;
  };
  let chance: Chance = chanceOf(START_SEEDS.first);
  const incidents: Incident[] = [];
  const log: string[] = [];
  const asked: { side: CrashFault["side"]; at: number }[] = [];
  // What a life that is over leaves behind is nobody's; anything else that nobody caught is a fault.
  process.on("unhandledRejection", (reason: unknown) => {
    if (!(reason instanceof LifeEnded)) incidents.push({ where: "nowhere", text: String(reason) });
  });
  console.log = (line: unknown) => void log.push(String(line));
  const worker = openWorker({
    timeline,
    chance: () => chance,
    root,
    vars: VARS,
    older,
    isOlderNext: () => system.isDeploying && chance.isTrue(0.5),
    hooks: {
      note,
      failed: (where, error) =>
        void incidents.push({
          where,
          text: error instanceof Error ? String(error.stack) : String(error),
        }),
      copies: () => (system.duplicates && chance.isTrue(0.3) ? 2 : 1),
      isAnswerLost(queries) {
        if (
          system.lostCommits === 0 ||
          !queries.some((query) => /^\s*(insert|update)/i.test(query))
        )
          return false;
        system.lostCommits -= 1;
        return true;
      },
    },
  });
  let storage = sharedStorage();
  let world = openWorld(storage, timeline, worker);
  const marks: Marked[] = [];
  let nextCronAt = START + MINUTE_MS;
  let isTicking = false;
  let stale: (StaleFault & { world: World }) | undefined;

  watchEffects((moment) => {
    const { crashAt } = system;
    if (crashAt?.when !== moment) return;
    crashAt.effect -= 1;
    if (crashAt.effect > 0) return;
    system.crashAt = undefined;
    worker.crash();
  });

  globalThis.fetch = networkOver(timeline, {
    sideOf: ({ origin, host }) =>
      STORES.has(origin) ? "prestashop" : TIKTOK_HOSTS.has(host) ? "tiktok-shop" : undefined,
    answer(request, side) {
      // A picture is a file, which costs the store no work of its own.
      if (!new URL(request.url).pathname.startsWith("/img/"))
        asked.push({ side, at: timeline.now() });
      if (stale?.side !== side || stale.times === 0 || !isRead(request))
        return world.fetch(request);
      stale.times -= 1;
      return stale.world.fetch(request);
    },
    latencyMs: () => 20 + chance.whole(60),
    takeCrash(side, method) {
      const crash = system.crashes.find(
        (one) => one.side === side && one.times > 0 && (one.method ?? method) === method,
      );
      if (crash) crash.times -= 1;
      return crash;
    },
    crash: () => worker.crash(),
    note,
    stranger: (url) => void incidents.push({ where: "network", text: `unknown host ${url.host}` }),
  });

  function tick(): void {
    if (isTicking) return;
    isTicking = true;
    const ticked = world;
    void ticked
      .tick()
      .catch((caught: unknown) => void incidents.push({ where: "shops", text: String(caught) }))
      .finally(() => {
        if (ticked === world) isTicking = false;
      });
  }

  /** By the Worker's clock; the shops' may go ahead of it. */
  function dueAt(): number | undefined {
    const due = world.nextDueAt();
    return due === undefined ? undefined : due - (world.clock.now() - timeline.now());
  }

  function planCron(): void {
    timeline.at(nextCronAt, () => {
      nextCronAt += MINUTE_MS;
      planCron();
      if (!system.isCronSilent)
        void worker.cron().catch((caught: unknown) => {
          if (!(caught instanceof LifeEnded))
            incidents.push({ where: "cron", text: String(caught) });
        });
    });
  }
  planCron();

  function begin(marked: Marked | undefined, goBack: () => void, seed: number): void {
    if (!marked) throw new Error("mark the start first");
    chance = chanceOf(seed);
    timeline.reset(marked.at);
    goBack();
    storage = marked.storage.copy();
    world = openWorld(storage, timeline, worker);
    isTicking = false;
    nextCronAt = marked.nextCronAt;
    planCron();
    for (const list of [incidents, asked, log]) list.length = 0;
    Object.assign(system, undisturbed());
    stale = undefined;
  }

  async function advanceTo(end: number): Promise<void> {
    let before = -1;
    let calls = 0;
    for (;;) {
      await untilQuiet(() => activity);
      calls = timeline.now() === before ? calls + 1 : 0;
      before = timeline.now();
      if (calls > MOST_CALLS_AT_ONCE) throw new Error("the Worker never rests: time stands still");
      const due = dueAt();
      if (due !== undefined && due <= timeline.now() && !isTicking) {
        tick();
        continue;
      }
      const isDueFirst = due !== undefined && !isTicking && due < (timeline.nextAt() ?? Infinity);
      if (isDueFirst && due <= end) {
        timeline.step(due - 1);
        timeline.at(due, tick);
      }
      if (!timeline.step(end)) return;
    }
  }

  const system: System = {
    timeline,
    worker,
    get world() {
      return world;
    },
    hasOlder: older !== undefined,
    incidents,
    asked,
    log,
    ...undisturbed(),
    answerStale(fault) {
      const past = fault && { ...fault, world: openWorld(storage.copy(), timeline, worker) };
      stale = past;
    },
    report: (where, text) => void incidents.push({ where, text }),
    advance: (ms) => advanceTo(timeline.now() + ms),
    async rest(work) {
      const state = { isOver: false };
      const watched = work.finally(() => {
        state.isOver = true;
      });
      watched.catch(() => {});
      for (let step = 0; !state.isOver; step += 1) {
        if (step > 5_000) throw new Error("the call never ended");
        await advanceTo(timeline.now() + 10);
      }
      return watched;
    },
    mark() {
      marks.push({ storage: storage.copy(), at: timeline.now(), nextCronAt });
      worker.mark();
    },
    restart: (seed) => begin(marks.at(-1), worker.rollBack, seed),
    unmark: () => begin(marks.pop(), worker.unmark, 1),
  };
  return system;
}

/** TikTok Shop's searches are reads by POST; its host of tokens makes another one by GET. */
function isRead({ method, url }: Request): boolean {
  const { host, pathname } = new URL(url);
  return host !== TOKEN_HOST && (method === "GET" || pathname.endsWith("/search"));
}
