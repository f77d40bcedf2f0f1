import type { Remedy } from "../../domain/errors/sync-error";

/** Our code, who must act, and the platform's numbers for it. */
export type CodeRow = readonly [code: string, remedy: Remedy, vendorCodes: readonly number[]];

/** Numbers from `first` to `last`, both included. */
export function span(first: number, last: number): number[] {
  return Array.from({ length: last - first + 1 }, (_, index) => first + index);
}
