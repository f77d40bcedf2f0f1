/**
 * The module in the store. Weft works without it, more slowly, so what is wrong with it costs time and not
 * orders, unless the key is the one that the module made, which may make no order.
 */
import { fail, pass, skip, warn, whenRead, type Check } from "../../../domain/health/finding";
import { stoppedByModule, type Evidence } from "./evidence";

/** The module tries again within minutes; what waits longer is stuck. */
const STUCK_MS = 15 * 60_000;

const present: Check<Evidence> = {
  name: "module.present",
  run({ module, moduleFault }) {
    if ("value" in module) return pass();
    if (!moduleFault) return skip(module.because);
    return module.because === "module.present" ? warn({ code: moduleFault.code }) : pass();
  },
};

const paired: Check<Evidence> = {
  name: "module.paired",
  run(evidence) {
    const { module } = evidence;
    if ("value" in module) return pass();
    if (module.because !== "module.paired") return skip(module.because);
    return stoppedByModule(evidence) ? fail({ stopsOrders: true }) : warn();
  },
};

const version: Check<Evidence> = {
  name: "module.version",
  run: ({ module, asked }) =>
    whenRead(module, ({ module: installed }) =>
      isOlder(installed, asked.moduleVersion)
        ? warn({ installed, offered: asked.moduleVersion })
        : pass({ installed }),
    ),
};

/** Compares "0.10.1" and "0.9" number by number. */
function isOlder(installed: string, offered: string): boolean {
  const numbers = (version: string) => version.split(".").map((part) => Number.parseInt(part, 10));
  const [mine, theirs] = [numbers(installed), numbers(offered)];
  for (const [index, wanted] of theirs.entries()) {
    const have = mine[index] || 0;
    if (have !== wanted) return have < wanted;
  }
  return false;
}

const hooks: Check<Evidence> = {
  name: "module.hooks",
  run: ({ module }) =>
    whenRead(module, ({ hooks: { missing } }) =>
      missing.length === 0 ? pass() : warn({ missing }, { side: "source", what: "hooks" }),
    ),
};

const tables: Check<Evidence> = {
  name: "module.tables",
  run: ({ module }) =>
    whenRead(module, ({ tables: { missing } }) =>
      missing.length === 0 ? pass() : warn({ missing }, { side: "source", what: "tables" }),
    ),
};

/** A crash in the middle of an order leaves half of it there, which Weft takes up; it makes no trial order. */
const transactions: Check<Evidence> = {
  name: "store.transactions",
  run: ({ module }) =>
    whenRead(module, ({ tables: { withoutTransactions } }) => {
      if (!withoutTransactions) return pass({ isSure: false });
      if (withoutTransactions.length === 0) return pass({ isSure: true });
      const engines = [...new Set(withoutTransactions.map(({ engine }) => engine))];
      return warn({ engines, tables: withoutTransactions.map(({ name }) => name) });
    }),
};

const roundTrip: Check<Evidence> = {
  name: "module.round_trip",
  run: ({ module, testEvent }) =>
    whenRead(testEvent, ({ status, eventId, error }) => {
      if (status === 200) return pass({ eventId });
      return lacksTables(module) ? skip("module.tables") : warn({ status, error });
    }),
};

/** Without its tables the module can do little, and that is told once. */
export function lacksTables(module: Evidence["module"]): boolean {
  return "value" in module && module.value.tables.missing.length > 0;
}

const outbox: Check<Evidence> = {
  name: "module.outbox",
  run: ({ module, testEvent, now }) =>
    whenRead(module, ({ outbox: { waiting, oldestAt, lastError } }) => {
      if (lacksTables(module)) return skip("module.tables");
      // Nothing drains where nothing gets through.
      if ("value" in testEvent && testEvent.value.status !== 200) return skip("module.round_trip");
      const isStuck = oldestAt !== null && now - oldestAt > STUCK_MS;
      if (waiting === 0 || !isStuck) return pass({ waiting });
      const minutes = Math.round((now - oldestAt) / 60_000);
      return warn({ waiting, minutes, error: lastError }, { side: "source", what: "outbox" });
    }),
};

export const moduleChecks: readonly Check<Evidence>[] = [
  present,
  paired,
  version,
  tables,
  transactions,
  hooks,
  roundTrip,
  outbox,
];
