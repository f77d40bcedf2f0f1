/** A queue and its consumer with the retries of `wrangler.toml`; what it gives up on goes to the dead queue. */
import { effect, live, openLife } from "./life";
import type { Timeline } from "./timeline";

const BATCH_SIZE = 10;
const MAX_RETRIES = 8;
const RETRY_SECONDS = 15;

interface Entry {
  id: string;
  body: unknown;
  attempts: number;
}

export interface QueueHooks {
  note(): void;
  failed(where: string, error: unknown): void;
  /** How many times a message is delivered: the queue promises at least once. */
  copies(): number;
}

export interface SimulatedQueue {
  binding: unknown;
  waiting(): number;
  crash(): void;
  reset(): void;
}

type Consume = (batch: MessageBatch<never>) => Promise<void>;

export function openQueue(
  name: string,
  timeline: Timeline,
  consume: Consume,
  hooks: QueueHooks,
  giveUp: (body: unknown) => void,
): SimulatedQueue {
  let number = 0;
  let ready: Entry[] = [];
  let delayed = 0;
  let isPlanned = false;
  let life = openLife(`queue ${name}`);

  function put(entry: Entry, delaySeconds = 0): void {
    delayed += 1;
    timeline.at(timeline.now() + delaySeconds * 1000, () => {
      delayed -= 1;
      for (let copy = hooks.copies(); copy > 0; copy -= 1) ready.push({ ...entry });
      planDelivery();
    });
  }

  function planDelivery(): void {
    if (isPlanned) return;
    isPlanned = true;
    timeline.at(timeline.now(), () => {
      isPlanned = false;
      void deliver(ready.splice(0, BATCH_SIZE));
      if (ready.length > 0) planDelivery();
    });
  }

  async function deliver(entries: Entry[]): Promise<void> {
    hooks.note();
    const open = new Map(entries.map((entry) => [entry.id, entry]));
    const again = (entry: Entry, delaySeconds: number) => {
      if (!open.delete(entry.id)) return;
      if (entry.attempts > MAX_RETRIES) giveUp(entry.body);
      else put({ ...entry, attempts: entry.attempts + 1 }, delaySeconds);
    };
    const messages = entries.map((entry) => ({
      id: entry.id,
      body: entry.body,
      attempts: entry.attempts,
      timestamp: new Date(timeline.now()),
      ack: () => void effect(() => open.delete(entry.id)),
      retry: ({ delaySeconds = RETRY_SECONDS }: { delaySeconds?: number } = {}) =>
        void effect(() => again(entry, delaySeconds)),
    }));
    const batch = { queue: name, messages, ackAll() {}, retryAll() {} };
    if (life.isDead) life = openLife(`queue ${name}`);
    try {
      await live(life, () => consume(batch as unknown as MessageBatch<never>));
      open.clear();
    } catch (caught) {
      if (!life.isDead) hooks.failed(name, caught);
      for (const entry of open.values()) again(entry, RETRY_SECONDS);
    }
  }

  const send = (bodies: readonly unknown[], delaySeconds?: number) =>
    effect(() => {
      for (const body of bodies) {
        number += 1;
        put({ id: `m${number}`, body: structuredClone(body), attempts: 1 }, delaySeconds);
      }
    });
  return {
    binding: {
      send: (body: unknown, options?: { delaySeconds?: number }) =>
        send([body], options?.delaySeconds),
      sendBatch: (batch: readonly { body: unknown }[], options?: { delaySeconds?: number }) =>
        send(
          batch.map(({ body }) => body),
          options?.delaySeconds,
        ),
    },
    waiting: () => ready.length + delayed,
    crash: () => life.die(),
    reset() {
      life.die();
      ready = [];
      delayed = 0;
      isPlanned = false;
      number = 0;
    },
  };
}
