// The connector's module inside the shop: gathers what the hooks of one request said, stores one
// event per kind in an outbox, and posts it, signed, with retries. Knows only the event's own shape.
import type { Clock } from "../../clock";
import type { Store } from "../../store";
import type { ShopEvent } from "../shop";
import { signEvent } from "./sign";

export interface ModuleSettings {
  webhookUrl: string;
  secret: string;
}

export interface Delivery {
  id: string;
  type: string;
  /** The raw body; the signature covers exactly these bytes. */
  body: string;
  createdAt: number;
  attempts: number;
  /** Epoch milliseconds of the next try; absent once delivered or given up. */
  dueAt?: number;
  /** HTTP status of the last try, 0 when nobody answered. */
  lastStatus?: number;
}

export interface ShopModule {
  notify(event: ShopEvent): void;
  /** End of a request: what was gathered becomes events, and they go out in the background. */
  release(): void;
  tick(): Promise<void>;
  nextDueAt(): number | undefined;
  configure(settings: ModuleSettings): void;
  settings(): ModuleSettings | undefined;
  deliveries(): Delivery[];
  sendTest(): void;
}

interface ModuleOptions {
  store: Store;
  clock: Clock;
  baseUrl: string;
  prefix: string;
  deliver: (request: Request) => Promise<Response>;
}

const RETRY_AFTER_MS = [30_000, 120_000, 600_000, 3_600_000, 21_600_000];
const DELIVERIES_KEPT = 200;

/** An id in the form of a UUID that follows from a running number. */
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

export function createModule(options: ModuleOptions): ShopModule {
  const { store, clock, baseUrl, prefix, deliver } = options;
  const meta = `${prefix}module`;
  const outbox = `${prefix}module_outbox`;
  const gathered = new Map<string, Set<string>>();
  let running: Promise<void> | undefined;
  const settings = () => store.get<ModuleSettings>(meta, "settings");

  const enqueue = (type: string, ids: string[]) => {
    const sequence = (store.get<number>(meta, "sequence") ?? 0) + 1;
    store.put(meta, "sequence", sequence);
    const now = clock.now();
    const id = eventId(prefix, sequence);
    const body = JSON.stringify({ id, type, shop: baseUrl, at: now, ids });
    const delivery: Delivery = { id, type, body, createdAt: now, attempts: 0, dueAt: now };
    store.put(outbox, id, delivery);
    const done = store.list<Delivery>(outbox).filter((it) => it.dueAt === undefined);
    for (const old of done.slice(0, -DELIVERIES_KEPT)) store.delete(outbox, old.id);
  };

  const attempt = async (delivery: Delivery, { webhookUrl, secret }: ModuleSettings) => {
    const status = await post(deliver, webhookUrl, secret, delivery.body, clock.now());
    const attempts = delivery.attempts + 1;
    const wait = RETRY_AFTER_MS[delivery.attempts];
    const again = status < 200 || status >= 300 ? wait : undefined;
    const { dueAt: _, ...rest } = delivery;
    store.put(outbox, delivery.id, {
      ...rest,
      attempts,
      lastStatus: status,
      ...(again === undefined ? {} : { dueAt: clock.now() + again }),
    });
  };

  const drain = async (): Promise<void> => {
    const target = settings();
    if (!target) return;
    for (;;) {
      const due = store
        .list<Delivery>(outbox)
        .find((it) => it.dueAt !== undefined && it.dueAt <= clock.now());
      if (!due) return;
      await attempt(due, target);
    }
  };

  const start = (): Promise<void> => {
    running ??= drain().finally(() => {
      running = undefined;
    });
    return running;
  };

  return {
    notify: ({ type, id }) => {
      gathered.set(type, (gathered.get(type) ?? new Set<string>()).add(id));
    },
    release: () => {
      const events = [...gathered];
      gathered.clear();
      if (!settings() || events.length === 0) return;
      for (const [type, ids] of events) enqueue(type, [...ids]);
      void start();
    },
    tick: async () => {
      await running;
      await start();
    },
    nextDueAt: () => {
      const due = store.list<Delivery>(outbox).flatMap((it) => it.dueAt ?? []);
      return due.length === 0 || !settings() ? undefined : Math.min(...due);
    },
    configure: (value) => store.put(meta, "settings", value),
    settings,
    deliveries: () => store.list<Delivery>(outbox),
    sendTest: () => {
      if (!settings()) return;
      enqueue("ping", []);
      void start();
    },
  };
}

async function post(
  deliver: ModuleOptions["deliver"],
  url: string,
  secret: string,
  body: string,
  nowMs: number,
): Promise<number> {
  try {
    const timestamp = String(Math.floor(nowMs / 1000));
    const headers = {
      "content-type": "application/json",
      "x-weft-timestamp": timestamp,
      "x-weft-signature": await signEvent(secret, timestamp, body),
    };
    const response = await deliver(new Request(url, { method: "POST", headers, body }));
    await response.body?.cancel();
    return response.status;
  } catch {
    return 0;
  }
}
