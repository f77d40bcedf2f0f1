// The module's events: collects the hooks of one request, stores one event a kind, and posts it signed,
// with retries. It knows only the shape of an event.
import type { StoreEvent } from "../store";
import { wallTime, type Store } from "../store";
import { receives } from "./hooks";
import { signedHeaders } from "./sign";
import {
  endPairing,
  installation,
  knows03,
  moduleSettings,
  moduleTable,
  putSending,
  sending,
  type ModuleSettings,
} from "./state";

export type Deliver = (request: Request) => Promise<Response>;

export interface EventDelivery {
  id: string;
  type: string;
  /** The raw body; the signature covers exactly these bytes. */
  body: string;
  createdAt: number;
  attempts: number;
  /** Epoch milliseconds of the next attempt; absent once delivered or given up. */
  dueAt?: number;
  /** HTTP status of the last attempt; 0 without an answer. */
  lastStatus?: number;
}

/** The result of a test event; status 0: no answer. */
export interface PingResult {
  status: number;
  eventId: string;
  error: string;
}

export interface Outbox {
  notify(event: StoreEvent): void;
  /** Drops the hooks of this request. */
  forget(): void;
  /** Drops one kind of them; `ids` limits it to these. */
  suppress(type: StoreEvent["type"], ids?: readonly string[]): void;
  /** Ends a request: its hooks become events, which the next tick sends. */
  release(): void;
  /** Sends the events that are due, oldest first. */
  tick(): Promise<void>;
  nextDueAt(): number | undefined;
  deliveries(): EventDelivery[];
  /** Sends a `ping` at once; it is not retried. */
  ping(): Promise<PingResult>;
  /** Sends all waiting events until one fails; returns how many were sent. */
  flush(): Promise<number>;
}

/** The table of the events; without it none is stored. */
const OUTBOX = "ps_weft_outbox";
const RETRY_AFTER_MS = [30_000, 120_000, 600_000, 3_600_000];
const LATER_MS = 21_600_000;
const KEPT_MS = 7 * 86_400_000;
const QUIET_MS = 30_000;
const DELIVERIES_KEPT = 200;

/** A UUID-shaped id made from a running number. */
function eventId(prefix: string, sequence: number): string {
  const hex = (value: number, digits: number) => (value >>> 0).toString(16).padStart(digits, "0");
  const seed = [...prefix].reduce(
    (hash, char) => Math.imul(hash ^ char.charCodeAt(0), 16_777_619),
    0x811c9dc5,
  );
  const mixed = Math.imul(sequence, 2_654_435_761);
  return [
    hex(seed, 8),
    hex(mixed & 0xffff, 4),
    `4${hex((mixed >>> 16) & 0xfff, 3)}`,
    "8000",
    hex(sequence, 12),
  ].join("-");
}

/** Stores an event; without `dueAt` no tick sends it. */
export function enqueue(store: Store, type: string, ids: string[], dueAt?: number): EventDelivery {
  const table = moduleTable(store, "outbox");
  const now = store.clock.now();
  const id = eventId(store.prefix, store.tables.next("module event"));
  const body = JSON.stringify({ id, type, shop: store.baseUrl, at: now, ids });
  const due = dueAt === undefined ? {} : { dueAt };
  const delivery: EventDelivery = { id, type, body, createdAt: now, attempts: 0, ...due };
  store.storage.put(table, id, delivery);
  const done = store.storage.list<EventDelivery>(table).filter((it) => it.dueAt === undefined);
  for (const old of done.slice(0, -DELIVERIES_KEPT)) store.storage.delete(table, old.id);
  return delivery;
}

export const waitingEvents = (store: Store): EventDelivery[] =>
  store.storage
    .list<EventDelivery>(moduleTable(store, "outbox"))
    .filter((it) => it.dueAt !== undefined)
    .toSorted((a, b) => a.createdAt - b.createdAt);

const isTaken = (status: number): boolean => status === 200;

function dueAgain({ attempts, createdAt }: EventDelivery, now: number): { dueAt?: number } {
  if (now - createdAt >= KEPT_MS) return {};
  return { dueAt: now + (RETRY_AFTER_MS[attempts] ?? LATER_MS) };
}

/** Records the result of an attempt and plans the next one. */
function recordAttempt(store: Store, delivery: EventDelivery, status: number): void {
  const now = store.clock.now();
  const { dueAt, ...rest } = delivery;
  const table = moduleTable(store, "outbox");
  const waits = isTaken(status) || dueAt === undefined ? {} : dueAgain(delivery, now);
  const attempts = delivery.attempts + 1;
  if (!installation(store)) return;
  store.storage.put(table, delivery.id, { ...rest, ...waits, attempts, lastStatus: status });
  if (!isTaken(status)) {
    const lastError = status === 0 ? "no answer" : `HTTP ${status}`;
    putSending(store, { ...sending(store), lastError, quietUntil: now + QUIET_MS });
    return;
  }
  putSending(store, { lastDeliveredAt: now, lastError: "", quietUntil: 0 });
  for (const other of waitingEvents(store))
    store.storage.put(table, other.id, { ...other, dueAt: now });
}

async function post(
  store: Store,
  deliver: Deliver,
  { webhookUrl, secret }: ModuleSettings,
  body: string,
): Promise<number> {
  try {
    const headers = await signedHeaders(secret, wallTime(store), body);
    const response = await deliver(new Request(webhookUrl, { method: "POST", headers, body }));
    const said = await response.text();
    const isEnded = response.status === 200 && /"ended":\s*true/.test(said);
    // Paired anew meanwhile: the end of the pairing before is none of this one.
    const isSame = moduleSettings(store)?.webhookUrl === webhookUrl;
    if (isEnded && isSame && knows03(store)) endPairing(store);
    return response.status;
  } catch {
    return 0;
  }
}

export function createOutbox(store: Store, deliver: Deliver): Outbox {
  const gathered = new Map<string, Set<string>>();
  let running: Promise<void> | undefined;

  const attempt = async (delivery: EventDelivery, settings: ModuleSettings): Promise<number> => {
    const status = await post(store, deliver, settings, delivery.body);
    recordAttempt(store, delivery, status);
    return status;
  };

  const drain = async (): Promise<void> => {
    for (;;) {
      const settings = moduleSettings(store);
      const now = store.clock.now();
      const due = waitingEvents(store).find((it) => (it.dueAt ?? 0) <= now);
      if (!settings || !due || sending(store).quietUntil > now) return;
      await attempt(due, settings);
    }
  };

  /** Ticks that overlap share one run, so that no event goes out twice. */
  const drainOnce = (): Promise<void> => {
    running ??= drain().finally(() => {
      running = undefined;
    });
    return running;
  };

  const ping = async (): Promise<PingResult> => {
    const settings = moduleSettings(store);
    if (!settings) return { status: 0, eventId: "", error: "not paired" };
    const delivery = enqueue(store, "ping", []);
    const status = await attempt(delivery, settings);
    const error = isTaken(status) ? "" : sending(store).lastError;
    return { status, eventId: delivery.id, error };
  };

  return {
    notify: ({ type, id }) => {
      const installed = installation(store);
      if (!installed || !receives(installed.hooks, type)) return;
      gathered.set(type, (gathered.get(type) ?? new Set<string>()).add(id));
    },
    forget: () => gathered.clear(),
    suppress: (type, ids) => {
      const left = [...(gathered.get(type) ?? [])].filter((id) => ids && !ids.includes(id));
      if (left.length === 0) gathered.delete(type);
      else gathered.set(type, new Set(left));
    },
    release: () => {
      const events = [...gathered];
      gathered.clear();
      const { lostTables = [] } = installation(store) ?? {};
      if (!moduleSettings(store) || events.length === 0 || lostTables.includes(OUTBOX)) return;
      for (const [type, ids] of events) enqueue(store, type, [...ids], store.clock.now());
    },
    tick: async () => {
      await running;
      await drainOnce();
    },
    nextDueAt: () => {
      if (!moduleSettings(store)) return undefined;
      const due = waitingEvents(store).map((it) => it.dueAt ?? 0);
      return due.length === 0 ? undefined : Math.max(Math.min(...due), sending(store).quietUntil);
    },
    deliveries: () => store.storage.list<EventDelivery>(moduleTable(store, "outbox")),
    ping,
    flush: async () => {
      await running;
      let sent = 0;
      for (const delivery of waitingEvents(store)) {
        const settings = moduleSettings(store);
        if (!settings || !isTaken(await attempt(delivery, settings))) break;
        sent += 1;
      }
      return sent;
    },
  };
}
