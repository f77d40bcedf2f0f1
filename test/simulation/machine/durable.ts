/**
 * The namespace of the ledgers: an object a name, its storage, its alarm. A crash ends the object's
 * life; the next call wakes another over the same storage, as Cloudflare does.
 */
import type { LedgerHost, LedgerStoragePort } from "../../../src/ledger/storage-port";
import { effect, effectNow, live, openLife, refuseReplaced, type Life } from "./life";
import { openSqlFile, type SqlFile, type SqlValue } from "./sql";
import type { Timeline } from "./timeline";

/** Cloudflare repeats an alarm that threw, with growing pauses from two seconds on. */
const ALARM_RETRY_MS = 2_000;
const MOST_ALARM_RETRIES = 6;

/** How long a replaced instance may live on beside the new one. */
const REPLACED_MS = 30_000;

/** A woken object: `alarm`, and the methods that others call. */
export type LedgerInstance = object & { alarm(): Promise<void> };
export type WakeLedger = (name: string, host: LedgerHost) => LedgerInstance;

interface LedgerPlace {
  name: string;
  file: SqlFile;
  storage: LedgerStoragePort;
  alarmAt: number | null;
  unplan: (() => void) | undefined;
  retries: number;
  awake: { life: Life; instance: LedgerInstance } | undefined;
}

export interface DurableObjects {
  namespace: { getByName(name: string): unknown };
  /** Ends the life of every object that is awake. */
  crash(): void;
  /** The next call wakes another instance of each object beside the one that is awake. */
  replace(): void;
  /** The next alarm of each object does not ring. */
  loseAlarms(): void;
  names(): string[];
  file(name: string): SqlFile;
  mark(): void;
  rollBack(): void;
  unmark(): void;
}

export interface DurableHooks {
  note(): void;
  failed(where: string, error: unknown): void;
}

export function openDurableObjects(
  timeline: Timeline,
  wake: WakeLedger,
  hooks: DurableHooks,
): DurableObjects {
  const places = new Map<string, LedgerPlace>();
  /** Of each mark when the alarms were due. */
  const marks: ReadonlyMap<string, number | null>[] = [];

  const placeOf = (name: string): LedgerPlace => {
    const found = places.get(name);
    if (found) return found;
    const file = openSqlFile();
    const place: LedgerPlace = {
      name,
      file,
      storage: {} as LedgerStoragePort,
      alarmAt: null,
      unplan: undefined,
      retries: 0,
      awake: undefined,
    };
    place.storage = storageOf(place, file, plan);
    places.set(name, place);
    return place;
  };

  const awake = (place: LedgerPlace) => {
    if (place.awake && !place.awake.life.isDead) return place.awake;
    const life = openLife(`ledger ${place.name}`);
    const waitUntil = (work: Promise<unknown>) => void work.catch(() => {});
    const instance = wake(place.name, { storage: place.storage, waitUntil });
    place.awake = { life, instance };
    return place.awake;
  };

  function plan(place: LedgerPlace): void {
    place.unplan?.();
    place.unplan = undefined;
    const { alarmAt } = place;
    if (alarmAt !== null) place.unplan = timeline.at(alarmAt, () => void ring(place));
  }

  async function ring(place: LedgerPlace): Promise<void> {
    place.alarmAt = null;
    place.unplan = undefined;
    hooks.note();
    const { life, instance } = awake(place);
    try {
      await live(life, () => instance.alarm());
      place.retries = 0;
    } catch (caught) {
      if (!life.isDead && !life.isReplaced) hooks.failed("alarm", caught);
      if (life.isReplaced) return;
      place.retries += 1;
      if (place.retries > MOST_ALARM_RETRIES || place.alarmAt !== null) return;
      place.alarmAt = timeline.now() + ALARM_RETRY_MS * 2 ** (place.retries - 1);
      plan(place);
    }
  }

  /** Objects that were first asked for after the newest mark. */
  function forgetNewer(): void {
    const known = marks.at(-1);
    for (const place of places.values()) {
      if (known?.has(place.name)) continue;
      place.awake?.life.die();
      place.unplan?.();
      places.delete(place.name);
    }
  }

  function restart(alarms: ReadonlyMap<string, number | null> | undefined): void {
    for (const place of places.values()) {
      place.awake?.life.die();
      place.awake = undefined;
      place.retries = 0;
      place.alarmAt = alarms?.get(place.name) ?? null;
      plan(place);
    }
  }

  async function call(name: string, method: string, args: unknown[]): Promise<unknown> {
    hooks.note();
    const { life, instance } = awake(placeOf(name));
    const run = Reflect.get(instance, method) as (...given: unknown[]) => Promise<unknown>;
    const copied = structuredClone(args);
    return structuredClone(await live(life, () => run.apply(instance, copied)));
  }

  return {
    namespace: {
      getByName: (name) =>
        new Proxy(
          {},
          {
            get: (_target, method: string) =>
              method === "then"
                ? undefined
                : (...args: unknown[]) => effect(() => call(name, method, args)),
          },
        ),
    },
    crash() {
      for (const { awake: woken } of places.values()) woken?.life.die();
    },
    replace() {
      for (const place of places.values()) {
        const life = place.awake?.life;
        place.awake = undefined;
        if (!life || life.isDead) continue;
        life.isReplaced = true;
        timeline.at(timeline.now() + REPLACED_MS, () => life.die());
      }
    },
    loseAlarms() {
      for (const place of places.values()) {
        place.unplan?.();
        place.unplan = undefined;
      }
    },
    names: () => [...places.keys()],
    file: (name) => placeOf(name).file,
    mark() {
      marks.push(new Map([...places.values()].map(({ name, alarmAt }) => [name, alarmAt])));
      for (const { file } of places.values()) file.mark();
    },
    rollBack() {
      forgetNewer();
      for (const { file } of places.values()) file.rollBack();
      restart(marks.at(-1));
    },
    unmark() {
      forgetNewer();
      for (const { file } of places.values()) file.unmark();
      restart(marks.pop());
      forgetNewer();
    },
  };
}

function storageOf(
  place: LedgerPlace,
  file: SqlFile,
  plan: (place: LedgerPlace) => void,
): LedgerStoragePort {
  const setAlarm = (at: number | null) =>
    effect(() => {
      refuseReplaced();
      place.alarmAt = at;
      plan(place);
    });
  return {
    sql: {
      exec<Row extends Record<string, string | number | null | ArrayBuffer>>(
        query: string,
        ...values: SqlValue[]
      ) {
        refuseReplaced();
        const isScript = values.length === 0 && !/^\s*(select|with)/i.test(query);
        if (isScript) {
          effectNow(() => file.script(query));
          return { toArray: () => [], raw: () => [] };
        }
        const rows = effectNow(() => file.all(query, values)) as Row[];
        return {
          toArray: () => rows,
          raw: () => rows.map((row) => Object.values(row)),
        };
      },
    },
    transactionSync(change) {
      refuseReplaced();
      return effectNow(() => file.atomically(change));
    },
    getAlarm: async () => place.alarmAt,
    setAlarm: (at) => setAlarm(at),
    deleteAlarm: () => setAlarm(null),
    deleteAll: () =>
      effect(() => {
        const tables = file.all(`SELECT name FROM sqlite_schema WHERE type = 'table'`, []);
        for (const { name } of tables)
          if (!String(name).startsWith("sqlite_")) file.script(`DROP TABLE "${String(name)}"`);
        place.alarmAt = null;
        plan(place);
      }),
  };
}
