/**
 * The clock and the chance of Weft. Only this file reads the ones of the platform; everything else
 * is handed a `Runtime`, so that a test can stop the clock and repeat a choice.
 */
import { randomText } from "./random-text";

export interface Runtime {
  /** Epoch ms UTC. */
  now(): number;
  /** 0 <= x < 1 */
  random(): number;
  /** `length` letters of 5 random bits each, from a source that nobody can foresee: for secrets. */
  randomText(length: number): string;
  /** A new id of 100 random bits: `<prefix>_<letters>`. */
  newId(prefix: string): string;
  sleep(ms: number): Promise<void>;
  /** A signal that aborts after `ms`. */
  deadline(ms: number): AbortSignal;
}

/** 100 random bits. */
const ID_LETTERS = 20;

export const systemRuntime: Runtime = {
  now: () => Date.now(),
  random: () => Math.random(),
  randomText,
  newId: (prefix) => `${prefix}_${randomText(ID_LETTERS)}`,
  sleep: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
  deadline: (ms) => AbortSignal.timeout(ms),
};
