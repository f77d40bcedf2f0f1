/**
 * Keeps the stored checks of a connection's products right. Nobody says what moved: each run compares
 * keys, so it may run twice, late or for nothing.
 */
import { findConnection } from "../db/connections/connections";
import { listChecksDue } from "../db/listings/checks-due";
import { refreshRules } from "../sync/categories/refresh-rules";
import { checkStep } from "../sync/listings/check-products";
import { compareGroups } from "../sync/listings/compare-groups";
import { checkPorts } from "./check-ports";
import { connectionPorts } from "./connection-ports";
import type { Services } from "./services";

/** Steps of one message, so that other messages get their turn. */
const STEPS_PER_MESSAGE = 10;
/** The groups of a connection are compared this often although nothing happened there. */
const COMPARE_MS = 3_600_000;
/** Work that nobody carries on for this long is taken up again. */
const SILENT_MS = 120_000;
const CONNECTIONS_PER_SWEEP = 50;

/** Sends the message that checks the connection's products. */
export function wakeChecks(services: Pick<Services, "enqueue">, connectionId: string) {
  return services.enqueue([{ kind: "check-products", connectionId }]);
}

/** Does the next steps; what is left goes on with another message. */
export async function runChecks(services: Services, connectionId: string): Promise<void> {
  const { db, now } = services;
  const row = await findConnection(db, connectionId);
  if (!row || row.state === "setup") return;
  const ports = checkPorts(services, row);
  const { comparedAt } = await ports.groups.progress();
  const isActive = row.state === "active";
  const hasRulesLeft =
    isActive && (await refreshRules({ ...connectionPorts(services, connectionId), ...ports }));
  await compareGroups(ports);
  let steps = 0;
  while (steps < STEPS_PER_MESSAGE && (await checkStep(ports))) steps += 1;
  if (steps > 0 || comparedAt < now() - COMPARE_MS / 2)
    await ports.groups.note({ comparedAt: now() });
  if (hasRulesLeft || steps === STEPS_PER_MESSAGE) await wakeChecks(services, connectionId);
}

/** Wakes the checks of connections where something is left to do, or was not compared for long. */
export async function sweepChecks(services: Services): Promise<void> {
  const now = services.now();
  const before = { idle: now - COMPARE_MS, silent: now - SILENT_MS };
  for (const id of await listChecksDue(services.db, before, CONNECTIONS_PER_SWEEP))
    await wakeChecks(services, id);
}
