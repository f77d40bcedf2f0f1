/** A history as data: what people do and what breaks, so that it can be repeated and made shorter. */
import type { Fault } from "../../simulator/faults";
import type { DeathPlace } from "../../simulator/prestashop/store";
import { ACTS, type ActName, type Choice } from "./acts";
import { chanceOf, type Chance } from "./machine/chance";
import type { Transport } from "./start";
import type { CrashFault, CrashPoint, StaleFault } from "./world/network";

/** The store's own request that writes an order next ends in the midst of it. */
export interface DeathFault {
  kind: "dies";
  side: "prestashop";
  place: DeathPlace;
}

export type PlantedFault = Omit<Fault, "id"> | CrashFault | StaleFault | DeathFault;

export interface Step extends Choice {
  act: ActName;
  /** Which merchant it is about, 0 or 1; absent: the first. */
  who?: number;
  /** How long everything then runs, in ms. */
  adv: number;
  faults?: PlantedFault[];
  /** How the channel's notifications travel from here on. */
  webhooks?: "drop" | "duplicate" | "delay" | "reorder" | "normal";
  /** A state of the store's host from here on. */
  store?: "down" | "maintenance" | "silent" | "well";
  /** Crashes everything at once, after the act. */
  kill?: boolean;
  crashAt?: CrashPoint;
  /** A second instance of each ledger wakes beside the one that is at work. */
  twins?: boolean;
  /** The shops' clocks go so much ahead of the Worker's, ms. */
  skewMs?: number;
  /** Alarms that are set now never ring. */
  loseAlarms?: boolean;
  /** The cron does not run during this step. */
  cron?: false;
  /** Messages may be delivered twice from here on. */
  duplicates?: boolean;
  /** Commits of the database whose answer gets lost. */
  lostCommits?: number;
}

export interface History {
  transport: Transport;
  /**
   * With orders in each state, or beside a second merchant; absent: everything is on sale and nothing
   * was sold.
   */
  begins?: "with orders" | "beside another";
  steps: Step[];
}

const SHORT_MS = [0, 1_000, 5_000, 30_000];
/** Most acts fall into what the one before set going. */
const PAUSES_MS = [...SHORT_MS, ...SHORT_MS, ...SHORT_MS, 70_000, 70_000, 130_000];
/** After one act in fifty every sweep runs before the next. */
const LONG_PAUSE_MS = 400_000;
/** Some occur more often. */
export const FAULTS = [
  "status",
  "status",
  "html",
  "timeout",
  "timeout",
  "delay",
  "rate-limit",
  "token-expired",
  "crash",
  "crash",
  "stale",
  "partial",
] as const;
const METHODS = ["GET", "POST", "PUT", "PATCH"] as const;
const STATUSES = [500, 502, 503, 401, 403, 404];
const HOLD_MS = 60_000;
/** One history in so many has a second merchant. */
const BESIDE = 40;

/** One to three acts break most rules; some histories have more, a few are long. */
function lengthOf(chance: Chance): number {
  const roll = chance.next();
  if (roll < 0.002) return 30 + chance.whole(30);
  if (roll < 0.01) return 8 + chance.whole(8);
  if (roll < 0.06) return 4 + chance.whole(4);
  return chance.pick([1, 1, 2, 2, 3]);
}

/** The history of a seed: the same for ever. */
export function historyOf(seed: number, transport: Transport): History {
  const chance = chanceOf(seed * 2 + (transport === "module" ? 1 : 0));
  const names = Object.keys(ACTS) as ActName[];
  const isNew = chance.isTrue(0.4);
  const isBeside = chance.isTrue(1 / BESIDE);
  const steps = withDeaths(
    seed,
    Array.from({ length: lengthOf(chance) }, (_, index) =>
      stepOf(chance, isNew && index === 0 ? "order" : chance.pick(names)),
    ),
  );
  if (isBeside) {
    const shared = steps.map((step) => (chance.isTrue(0.5) ? { ...step, who: 1 } : step));
    return { transport, begins: "beside another", steps: shared };
  }
  return isNew ? { transport, steps } : { transport, begins: "with orders", steps };
}

/** Where nothing is lost that nobody could see: elsewhere a person is asked to count the goods. */
const DEATHS: readonly DeathPlace[] = [0, 1, "payment", "hook"];

/** Drawn apart, so that a seed stays the history that it was but for these. */
function withDeaths(seed: number, steps: Step[]): Step[] {
  const chance = chanceOf(seed + 0x5_0000_0000);
  return steps.map((step) => {
    if (!chance.isTrue(0.04)) return step;
    const death = { kind: "dies", side: "prestashop", place: chance.pick(DEATHS) } as const;
    return { ...step, faults: [...(step.faults ?? []), death] };
  });
}

const pauseOf = (chance: Chance): number =>
  chance.isTrue(0.02) ? LONG_PAUSE_MS : chance.pick(PAUSES_MS);

function stepOf(chance: Chance, act: ActName): Step {
  const choice = { which: chance.next(), roll: chance.next() };
  const step: Step = { act, ...choice, adv: pauseOf(chance) };
  if (chance.isTrue(0.45)) step.faults = [faultOf(chance)];
  if (chance.isTrue(0.1))
    step.webhooks = chance.pick(["drop", "duplicate", "delay", "reorder", "normal"] as const);
  if (chance.isTrue(0.07))
    step.store = chance.pick(["down", "maintenance", "silent", "well"] as const);
  if (chance.isTrue(0.08)) step.kill = true;
  if (chance.isTrue(0.2))
    step.crashAt = {
      effect: 1 + chance.whole(120),
      when: chance.pick(["before", "after"] as const),
    };
  if (chance.isTrue(0.08)) step.twins = true;
  if (chance.isTrue(0.03)) step.skewMs = chance.pick([2_000, 20_000]);
  if (chance.isTrue(0.06)) step.loseAlarms = true;
  if (chance.isTrue(0.04)) step.cron = false;
  if (chance.isTrue(0.05)) step.duplicates = true;
  if (chance.isTrue(0.06)) step.lostCommits = 1 + chance.whole(2);
  return step;
}

function faultOf(chance: Chance): PlantedFault {
  const side = chance.pick(["tiktok-shop", "prestashop"] as const);
  const method = chance.pick(METHODS);
  const times = chance.pick([1, 1, 1, 2, 3]);
  // Only TikTok Shop has calls that take a part of what they are given.
  const kind = chance.pick(side === "tiktok-shop" ? FAULTS : FAULTS.slice(0, -1));
  if (kind === "stale") return { kind, side, times: 1 + chance.whole(4) };
  if (kind === "crash")
    return { kind, side, method, times: 1, when: chance.pick(["before", "after"] as const) };
  if (kind === "token-expired")
    return { kind: side === "tiktok-shop" ? kind : "status", side, method, times };
  const fault: PlantedFault = { kind, side, method, times };
  if (kind === "status") fault.status = chance.pick(STATUSES);
  if (kind === "timeout") fault.when = chance.pick(["before", "after"] as const);
  if (kind === "timeout") fault.holdMs = HOLD_MS;
  if (kind === "delay") fault.holdMs = 1_000 + chance.whole(15_000);
  if (kind === "rate-limit") fault.retryAfterSeconds = chance.pick([0, 1, 30, 600, 999_999_999]);
  return fault;
}
