/** Chance that can be repeated: the same seed, the same choices. */
export interface Chance {
  /** 0 <= x < 1 */
  next(): number;
  /** A whole number from 0 to `below` - 1. */
  whole(below: number): number;
  pick<T>(from: readonly T[]): T;
  isTrue(probability: number): boolean;
  text(length: number): string;
}

const LETTERS = "0123456789abcdefghjkmnpqrstvwxyz";

/** A small generator of 32 bits (mulberry32): even enough for choices, and fast. */
/** Of the starts of histories, which have seeds from 1 on: no id may be made twice. */
export const START_SEEDS = {
  first: 2_000_000_001,
  withOrders: 2_000_000_002,
  beside: 2_000_000_003,
};

export function chanceOf(seed: number): Chance {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const whole = (below: number) => Math.floor(next() * below);
  return {
    next,
    whole,
    pick: (from) => from[whole(from.length)] as (typeof from)[number],
    isTrue: (probability) => next() < probability,
    text: (length) => Array.from({ length }, () => LETTERS[whole(LETTERS.length)]).join(""),
  };
}
