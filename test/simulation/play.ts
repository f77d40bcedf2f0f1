/** Plays a history to its end, heals everything, waits, and judges. */
import type { Fault } from "../../simulator/faults";
import { ACTS } from "./acts";
import type { System } from "./system";
import { attempt, keyOf, openParticipants, type SkuLink, type Participants } from "./participants";
import type { Person } from "./start";
import type { PlantedFault, Step, History } from "./history";
import { judgeRequests, judgeStored, judgeTenants } from "./borders";
import { isAtRest, sweepTimes } from "./rest";
import { judge, type Violation } from "./verdict";
import type { CrashFault, StaleFault } from "./world/network";

/** How long everything may take to come right once nothing is broken any more. */
const HEALING_MS = 15 * 60_000;
const MINUTE_MS = 60_000;
/** One history in so many is watched to the end of that time, though it came right and to rest before. */
const WATCHED = 8;
/** In one of so many each sweep runs once more on what came right; the others end there. */
const SWEPT = 2;

export interface Playground {
  system: System;
  person: Person;
  links: readonly SkuLink[];
}

export async function play(
  { system, person, links }: Playground,
  history: History,
  seed: number,
): Promise<Violation[]> {
  system.restart(seed);
  const people = openParticipants(system, person, links);
  const startStock = new Map(links.map((link) => [keyOf(link), people.quantityOf(link)]));
  for (const [index, step] of history.steps.entries()) await playStep(people, step, index);
  heal(people);
  const healedAt = system.timeline.now();
  const isWatched = seed % WATCHED === 0;
  const since = seed % SWEPT === 0 ? sweepTimes(system) : undefined;
  let mayAgree = true;
  for (let passed = 0; passed < HEALING_MS; passed += MINUTE_MS) {
    await system.advance(MINUTE_MS);
    if (mayAgree && asksToAgree(system)) {
      mayAgree = false;
      passed = 0;
      await person.authorize();
    }
    if (isWatched || !isAtRest(system, since)) continue;
    if (judge(people, startStock).length === 0) return judgeRequests(system, healedAt);
  }
  const atBorders = isWatched ? [...judgeStored(system), ...(await judgeTenants(person))] : [];
  return [...judge(people, startStock), ...judgeRequests(system, healedAt), ...atBorders];
}

/**
 * A refresh of the token whose answer is lost leaves Weft without one, where TikTok Shop takes each
 * refresh token once: the merchant is shown that, and does what is asked.
 */
function asksToAgree({ worker }: System): boolean {
  const asked = `SELECT 1 FROM problem
    WHERE code IN ('channel.authorization_missing', 'tiktok.refresh_token_invalid') LIMIT 1`;
  return worker.database.rows(asked, []).length > 0;
}

async function playStep(people: Participants, step: Step, index: number): Promise<void> {
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
  const { storage, tiktok, prestashop8 } = people.world;
  for (const [number, fault] of (step.faults ?? []).entries())
    if (isCrash(fault)) system.crashes.push({ ...fault });
    else if (isStale(fault)) system.answerStale(fault);
    else {
      const id = `fault-${index}-${number}`;
      storage.put<Fault>("fault", id, { ...fault, id });
    }
  if (step.webhooks) tiktok.setWebhookMode(step.webhooks);
  if (step.store) {
    prestashop8.setMaintenance(step.store === "maintenance");
    prestashop8.changeHost({
      isDown: step.store === "down",
      isOutgoingBlocked: step.store === "silent",
    });
  }
  if (step.crashAt) system.crashAt = { ...step.crashAt };
  if (step.skewMs) system.world.clock.advance(step.skewMs);
  if (step.duplicates) system.duplicates = true;
  if (step.lostCommits) system.lostCommits += step.lostCommits;
}

const isStale = (fault: PlantedFault): fault is StaleFault => fault.kind === "stale";
const isCrash = (fault: PlantedFault): fault is CrashFault => fault.kind === "crash";

function heal({ system, world }: Participants): void {
  for (const { id } of world.storage.list<Fault>("fault")) world.storage.delete("fault", id);
  world.tiktok.setWebhookMode("normal");
  world.prestashop8.setMaintenance(false);
  world.prestashop8.changeHost({ isDown: false, isOutgoingBlocked: false });
  system.crashes = [];
  system.crashAt = undefined;
  system.answerStale(undefined);
  system.duplicates = false;
  system.lostCommits = 0;
  system.isCronSilent = false;
}
