import { flowFindings, type LedgerFlow } from "../../domain/health/flow";
import { blockedBy, pass, warn, type CheckReport, type Finding } from "../../domain/health/finding";
import { asSyncError, type SyncError } from "../../domain/errors/sync-error";
import type { ChannelExamination, ChannelSession } from "../../platforms/channel";
import type { SourceExamination, SourceSession } from "../../platforms/source";
import type { Facts } from "../../domain/facts";

export type CheckedSide = "source" | "channel";

export interface CheckDeps {
  /** Names of the checks each platform answers for. */
  checks: Readonly<Record<CheckedSide, readonly string[]>>;
  openSource(): Promise<Pick<SourceSession, "examine">>;
  openChannel(): Promise<Pick<ChannelSession, "examine">>;
  /** Keeps what the store says of itself now. */
  renewStore(): Promise<void>;
  asked: { source: SourceExamination; channel: ChannelExamination };
  /** Whether listings get a size and weight where the store holds none. */
  hasPackageDefaults: boolean;
  /** Whether an event of this id came in at our own address. */
  wasReceived(eventId: string): Promise<boolean>;
  /** Called when one side is through; pages that wait show it. */
  notifyDone(side: CheckedSide): Promise<void>;
  /** Requests to both shops so far. */
  requests(): number;
  now(): number;
  readFlow(): Promise<LedgerFlow>;
  /** Called when a module answers a store that is believed to have none. */
  foundModule(): Promise<void>;
  /** The module's version as it is believed; null: the store has none. */
  believedModule: string | null;
  save(report: CheckReport): Promise<void>;
}

/**
 * Examines store and shop at the same time and keeps the report; neither is changed. The test
 * event that the store's module sends us comes in like any other. A side that cannot be opened is one
 * failed check, the others of that side wait for it.
 */
export async function checkConnection(deps: CheckDeps): Promise<CheckReport> {
  const startedAt = deps.now();
  const [source, channel] = await Promise.all([examineSource(deps), examineChannel(deps)]);
  const findings = [
    ...(await Promise.all(source.map((finding) => confirmRoundTrip(deps, finding)))),
    ...channel,
    packageDefaults(deps),
    ...flowFindings(await deps.readFlow(), deps.now()),
  ];
  const checkedAt = deps.now();
  const requests = deps.requests();
  const report = { findings, checkedAt, tookMs: checkedAt - startedAt, requests };
  await deps.save(report);
  if (deps.believedModule === null && answersByModule(findings)) await deps.foundModule();
  return report;
}

/** The check that compares the installed version passes or warns only where the module answered. */
function answersByModule(findings: readonly Finding[]): boolean {
  return findings.some(
    ({ check, verdict }) =>
      check === "module.version" && (verdict === "pass" || verdict === "warn"),
  );
}

async function examineSource(deps: CheckDeps): Promise<readonly Finding[]> {
  const findings = await examineOr(
    async () => (await deps.openSource()).examine(deps.asked.source),
    (error) => blockedBy("store.answers", factsOf(error), deps.checks.source),
  );
  // What sync believes of the store and what the report says are never two things.
  if (hasReadSettings(findings)) await deps.renewStore().catch(() => {});
  await deps.notifyDone("source");
  return findings;
}

async function examineChannel(deps: CheckDeps): Promise<readonly Finding[]> {
  const findings = await examineOr(
    async () => (await deps.openChannel()).examine(deps.asked.channel),
    (error) => {
      const isDown = error.remedy === "retry" || error.remedy === "defect";
      const culprit = isDown ? "channel.reachable" : "channel.token";
      return blockedBy(culprit, factsOf(error), deps.checks.channel);
    },
  );
  await deps.notifyDone("channel");
  return findings;
}

/** A store that could not even tell its zone would be tried again and again while a person waits. */
const hasReadSettings = (findings: readonly Finding[]) =>
  findings.some(({ check, verdict }) => check === "store.time_zone" && verdict !== "skipped");

async function examineOr(
  examine: () => Promise<readonly Finding[]>,
  otherwise: (error: SyncError) => readonly Finding[],
): Promise<readonly Finding[]> {
  try {
    return await examine();
  } catch (caught) {
    return otherwise(asSyncError(caught));
  }
}

function factsOf({ code }: SyncError): Facts {
  return { code };
}

/** The store's 200 may come from another host: only the ledger knows that the event came in here. */
async function confirmRoundTrip(deps: CheckDeps, finding: Finding): Promise<Finding> {
  const { eventId } = finding.facts;
  if (finding.verdict !== "pass" || typeof eventId !== "string") return finding;
  if (await deps.wasReceived(eventId)) return finding;
  return { check: finding.check, ...warn({ status: 200, state: "elsewhere" }) };
}

function packageDefaults({ hasPackageDefaults }: CheckDeps): Finding {
  return { check: "channel.package_defaults", ...(hasPackageDefaults ? pass() : warn()) };
}
