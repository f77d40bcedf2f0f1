/** Plays a history to its end, heals everything, waits, and judges. */
import type { Fault } from "../../simulator/faults";
import { ACTS } from "./acts";
import { undisturbed } from "./disturbance";
import type { System } from "./system";
import { attempt, type Participants } from "./participants";
import { openPeople, type Playground } from "./playground";
import { PLACES } from "./places";
import type { Person } from "./start";
import type { PlantedFault, Step, History } from "./history";
import { judgeRequests, judgeStored, judgeTenants } from "./borders";
import { isAtRest, sweepTimes } from "./rest";
import { judgeAll } from "./verdict";
import type { Violation } from "./violation";
import type { CrashFault, StaleFault } from "./world/network";

const MINUTE_MS = 60_000;
/** How long anything may wait once nothing is broken any more, and then be at work. */
const HEALING_MS = 15 * MINUTE_MS + 30_000;
/** The longest `Retry-After` that Weft obeys: to a shop that demanded one, the cause lasts as long. */
const OBEYED_MS = 15 * MINUTE_MS;
/** How often it is asked whether all is at rest, and is right then. */
const GLANCE_MS = 10_000;
/** One history in so many is watched to the end, another one of so many until the sweeps have run. */
const WATCHED = 64;
const SWEPT = 16;

/**
 * When a healed history is over: as soon as all is right and at rest, when each sweep has run once
 * more after that, or at the end of the time for healing.
 */
export type Ending = "soon" | "swept" | "watched";

const endingOf = (seed: number): Ending =>
  seed % WATCHED === 0 ? "watched" : seed % SWEPT === 0 ? "swept" : "soon";

export async function play(
  playground: Playground,
  history: History,
  seed: number,
  ending: Ending = endingOf(seed),
): Promise<Violation[]> {
  const { system, merchants } = playground;
  system.restart(seed);
  const all = openPeople(playground);
  system.isDeploying = system.hasOlder;
  for (const [index, step] of history.steps.entries())
    await playStep(actorOf(all, step), step, index);
  heal(system);
  const healedAt = system.timeline.now();
  const isWatched = ending === "watched";
  const since = ending === "soon" ? undefined : sweepTimes(system);
  const healingMs = HEALING_MS + (history.steps.some(demandsWait) ? OBEYED_MS : 0);
  let mayAgree = true;
  let glanceMs = GLANCE_MS;
  for (let passed = 0; passed < healingMs; passed += glanceMs) {
    await system.advance(glanceMs);
    const asked = mayAgree ? merchants.filter(({ person }) => asksToAgree(system, person)) : [];
    if (asked.length > 0) {
      mayAgree = false;
      passed = 0;
      for (const { person } of asked) await person.authorize();
    }
    if (isWatched || !isAtRest(system, since)) continue;
    if (judgeAll(all).length === 0) return judgeRequests(system, healedAt, all.length);
    // What is wrong at rest waits for a sweep.
    glanceMs = MINUTE_MS;
  }
  const atBorders = isWatched ? [...judgeStored(system), ...(await judgeTenants(merchants))] : [];
  return [...judgeAll(all), ...judgeRequests(system, healedAt, all.length), ...atBorders];
}

const actorOf = (all: readonly Participants[], { who = 0 }: Step): Participants =>
  (all[who] ?? all[0]) as Participants;

/**
 * A refresh of the token whose answer is lost leaves Weft without one, where TikTok Shop takes each
 * refresh token once: the merchant is shown that, and does what is asked.
 */
function asksToAgree({ worker }: System, { connectionId }: Person): boolean {
  const asked = `SELECT 1 FROM problem WHERE connection_id = ?
    AND code IN ('channel.authorization_missing', 'channel.authorization_revoked',
      'tiktok.refresh_token_invalid') LIMIT 1`;
  return worker.database.rows(asked, [connectionId]).length > 0;
}

export async function playStep(people: Participants, step: Step, index: number): Promise<void> {
  const { system } = people;
  plant(people, step, index);
  system.isCronSilent = step.cron === false;
  const asked = attempt(() => ACTS[step.act](people, step));
  if (step.kill) system.worker.crash();
  if (step.twins) system.worker.ledgers.replace();
  if (step.loseAlarms) system.worker.ledgers.loseAlarms();
  await system.advance(step.adv);
  if (asked instanceof Promise) void asked.catch(() => {});
}

function plant(people: Participants, step: Step, index: number): void {
  const { system } = people;
  const { storage, tiktok } = people.world;
  for (const [number, fault] of (step.faults ?? []).entries())
    if (isCrash(fault)) system.crashes.push({ ...fault });
    else if (isStale(fault)) system.answerStale(fault);
    else if (fault.kind === "dies") people.store.dieInOrders(1, fault.place);
    else {
      const id = `fault-${index}-${number}`;
      storage.put<Fault>("fault", id, { ...fault, id });
    }
  if (step.webhooks) tiktok.setWebhookMode(step.webhooks);
  if (step.store) {
    people.store.setMaintenance(step.store === "maintenance");
    people.store.changeHost({
      isDown: step.store === "down",
      isOutgoingBlocked: step.store === "silent",
    });
  }
  if (step.crashAt) system.crashAt = { ...step.crashAt };
  if (step.skewMs) system.world.clock.advance(step.skewMs);
  if (step.duplicates) system.duplicates = true;
  if (step.lostCommits) system.lostCommits += step.lostCommits;
}

const demandsWait = ({ faults = [] }: Step): boolean =>
  faults.some((fault) => "retryAfterSeconds" in fault && Number(fault.retryAfterSeconds) > 60);

const isStale = (fault: PlantedFault): fault is StaleFault => fault.kind === "stale";
const isCrash = (fault: PlantedFault): fault is CrashFault => fault.kind === "crash";

function heal(system: System): void {
  const { world } = system;
  for (const { id } of world.storage.list<Fault>("fault")) world.storage.delete("fault", id);
  world.tiktok.setWebhookMode("normal");
  for (const { storeOf } of PLACES) {
    storeOf(world).setMaintenance(false);
    storeOf(world).changeHost({ isDown: false, isOutgoingBlocked: false });
    storeOf(world).dieInOrders(0);
  }
  // The deploy ends as well, and with it every instance of the version before.
  if (system.isDeploying) system.worker.crash();
  Object.assign(system, undisturbed());
  system.answerStale(undefined);
}
