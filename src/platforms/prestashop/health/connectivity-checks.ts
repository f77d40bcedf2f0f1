/**
 * Connectivity: can the store be reached, is it the right one, does it let Weft in and answer
 * cleanly.
 */
import {
  fail,
  pass,
  skip,
  valueOf,
  warn,
  whenRead,
  type Check,
  type CheckResult,
} from "../../../domain/health/finding";
import type { Facts } from "../../../domain/facts";
import { CONNECTIVITY_CHECKS, type ConnectivityCheck } from "./attribute-failures";
import { stoppedByModule, type Evidence, type Health } from "./evidence";

/** What the module puts right of a failed check, judged by what it says of the store. */
type RepairOf = (health: Health) => CheckResult["fix"];

const switchOn: RepairOf = () => ({ side: "source", what: "webservice" });

/** Only the key it made itself is the module's to change. */
const repairKey: RepairOf = ({ key }) =>
  key.isMade && (!key.isActive || key.missing.length > 0)
    ? { side: "source", what: "key" }
    : undefined;

/** The error that a failed call of a connectivity check left, and what was asked for. */
function faultResult(evidence: Evidence, check: ConnectivityCheck): CheckResult | undefined {
  const own = evidence.faults.filter(({ attributed }) => attributed === check);
  const [first] = own;
  if (!first) return undefined;
  const { error } = first;
  const resources = own.map((fault) => String(fault.error.facts["resource"] ?? ""));
  const named = [...new Set(resources)].filter(Boolean);
  return fail({
    code: error.code,
    ...plain(error.facts, ["status", "redirectedTo", "version", "vendorMessage"]),
    ...(named.length > 0 ? { resources: named } : {}),
  });
}

function plain(facts: Facts, names: readonly string[]) {
  const known: Record<string, string | number> = {};
  for (const name of names) {
    const value = facts[name];
    if (typeof value === "string" || typeof value === "number") known[name] = value;
  }
  return known;
}

/** Fails by its own faults; waits where the first request did not come as far. */
function connectivityCheck(
  name: ConnectivityCheck,
  otherwise: (evidence: Evidence) => CheckResult = () => pass(),
) {
  return {
    name,
    run(evidence: Evidence): CheckResult {
      const own = faultResult(evidence, name);
      if (own) return own;
      const { access } = evidence;
      if ("because" in access && isBehind(name, access.because)) return skip(access.because);
      return otherwise(evidence);
    },
  } satisfies Check<Evidence>;
}

function isBehind(check: ConnectivityCheck, failed: string): boolean {
  return (
    CONNECTIVITY_CHECKS.indexOf(check) > CONNECTIVITY_CHECKS.findIndex((name) => name === failed)
  );
}

function withFix(check: Check<Evidence>, repairOf: RepairOf): Check<Evidence> {
  return {
    name: check.name,
    run(evidence) {
      const result = check.run(evidence);
      const health = valueOf(evidence.module);
      const isOpen = result.verdict === "fail" || result.verdict === "warn";
      const fix = isOpen && health ? repairOf(health) : undefined;
      return fix ? { ...result, fix } : result;
    },
  };
}

const permissions = connectivityCheck("store.permissions", (evidence) =>
  whenRead(evidence.access, ({ missingPermissions, unseen }) => {
    const cause = stoppedByModule(evidence);
    if (cause) return skip(cause);
    if (missingPermissions.length > 0) return fail({ missing: missingPermissions });
    return unseen.length > 0 ? warn({ unseen }) : pass();
  }),
);

/** A way of asking that only stores with an oddity of their host answer. */
function detourCheck(
  name: string,
  isDetour: (exchange: Evidence["exchanges"][number]) => boolean,
): Check<Evidence> {
  return {
    name,
    run: ({ access, exchanges }) =>
      whenRead(access, () =>
        exchanges.some((one) => one.status < 300 && isDetour(one)) ? warn() : pass(),
      ),
  };
}

const rewriting = detourCheck("store.rewriting", ({ path }) => path.endsWith("/dispatcher.php"));
const keyHeader = detourCheck("store.key_header", ({ parameters }) =>
  parameters.includes("ws_key"),
);

/**
 * How an answer begins that nothing was printed before; a whole page of HTML is no answer at all.
 */
const CLEAN = /^(\uFEFF?([{[]|<\?xml|<prestashop)|<(!doctype|html|head|body)|$)/i;

const cleanAnswers: Check<Evidence> = {
  name: "store.clean_answers",
  run: ({ access, exchanges }) =>
    whenRead(access, () => {
      const dirty = exchanges.find(({ status, head }) => status < 300 && !CLEAN.test(head));
      return dirty ? warn({ begins: dirty.head.replaceAll(/<[^>]*>/g, "").trim() }) : pass();
    }),
};

/** An order takes about a dozen requests, one after the other. */
const SLOW_MS = 2_000;

const speed: Check<Evidence> = {
  name: "store.speed",
  run: ({ access, exchanges }) =>
    whenRead(access, () => {
      const times = exchanges.map(({ tookMs }) => tookMs).toSorted((a, b) => a - b);
      const medianMs = times[Math.floor(times.length / 2)] ?? 0;
      return medianMs > SLOW_MS ? warn({ medianMs }) : pass({ medianMs });
    }),
};

/** Signatures are refused five minutes off, and times of changes are compared to the second. */
const SKEW_MS = 120_000;

const clock: Check<Evidence> = {
  name: "store.clock",
  run(evidence) {
    const { access, clockSkewMs } = evidence;
    if (clockSkewMs === undefined)
      return skip("because" in access ? access.because : "module.present");
    const seconds = Math.round(clockSkewMs / 1000);
    if (stoppedByModule(evidence) === "store.clock") return fail({ seconds, stopsOrders: true });
    return Math.abs(clockSkewMs) > SKEW_MS ? warn({ seconds }) : pass({ seconds });
  },
};

export const connectivityChecks: readonly Check<Evidence>[] = [
  connectivityCheck("store.tls"),
  connectivityCheck("store.reachable"),
  connectivityCheck("store.firewall"),
  connectivityCheck("store.address"),
  rewriting,
  connectivityCheck("store.answers"),
  cleanAnswers,
  withFix(connectivityCheck("store.webservice"), switchOn),
  connectivityCheck("store.key_format"),
  withFix(connectivityCheck("store.key"), repairKey),
  keyHeader,
  withFix(permissions, repairKey),
  connectivityCheck("store.version", ({ access }) =>
    whenRead(access, ({ version }) => pass({ version })),
  ),
  speed,
  clock,
];
