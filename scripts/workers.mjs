import { availableParallelism } from "node:os";

/**
 * How many files of tests run at once, in each ring: vitest refuses rings that differ. One more than there are cores,
 * as files of some rings wait most of the time; a browser and its stack want memory, so there are few.
 */
export const WORKERS = Math.min(availableParallelism() + 1, 6);
