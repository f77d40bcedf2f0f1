/**
 * A life is one running instance of a part of the Worker: a request, a batch of messages, a woken
 * Durable Object. When it dies its code cannot be stopped, so whatever it does from then on has no
 * effect and its calls are never answered, as if the process were gone.
 */
import { AsyncLocalStorage } from "node:async_hooks";

export interface Life {
  name: string;
  isDead: boolean;
  /** Another instance has taken its place: it still reaches the network, its storage refuses it. */
  isReplaced: boolean;
  /** Rejects when the life ends early. */
  readonly death: Promise<never>;
  die(): void;
}

const lives = new AsyncLocalStorage<Life>();

export class LifeEnded extends Error {
  override name = "LifeEnded";
}

export function openLife(name: string): Life {
  const { promise, reject } = Promise.withResolvers<never>();
  // A life that nobody waits for may die as well.
  promise.catch(() => {});
  const life: Life = {
    name,
    isDead: false,
    isReplaced: false,
    death: promise,
    die() {
      life.isDead = true;
      reject(new LifeEnded(`${name} was reset`));
    },
  };
  return life;
}

/** Runs `work` as part of a life; throws LifeEnded when that ends first. */
export function live<T>(life: Life, work: () => Promise<T>): Promise<T> {
  return Promise.race([lives.run(life, work), life.death]);
}

const forever = new Promise<never>(() => {});

type Moment = "before" | "after";
let watch: (moment: Moment) => void = () => {};

/** `seen` is called before and after each effect of a life, which it may end there. */
export function watchEffects(seen: (moment: Moment) => void): void {
  watch = seen;
}

/** An effect of the running life with an answer later: neither happens once the life is over. */
export async function effect<T>(work: () => Promise<T> | T): Promise<T> {
  const life = lives.getStore();
  if (life && !life.isDead) watch("before");
  if (life?.isDead) return forever;
  const answer = await work();
  if (life && !life.isDead) watch("after");
  return life?.isDead ? forever : answer;
}

/** Throws where the running instance of an object was replaced by another. */
export function refuseReplaced(): void {
  if (lives.getStore()?.isReplaced)
    throw new Error("Durable Object storage belongs to another instance now");
}

/** An effect that answers at once; throws LifeEnded in a life that is over. */
export function effectNow<T>(work: () => T): T {
  const life = lives.getStore();
  if (life?.isDead) throw new LifeEnded(`${life.name} is over`);
  return work();
}
