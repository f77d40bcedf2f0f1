import type { CrashFault, CrashPoint } from "./world/network";

/** Faults of the wires and of Cloudflare; those of the shops are planted in the world. */
export interface Disturbance {
  crashes: CrashFault[];
  crashAt: CrashPoint | undefined;
  duplicates: boolean;
  lostCommits: number;
  isCronSilent: boolean;
  /** A deploy is under way: the older version runs half of what begins, where there is one. */
  isDeploying: boolean;
}

export const undisturbed = (): Disturbance => ({
  crashes: [],
  crashAt: undefined,
  duplicates: false,
  lostCommits: 0,
  isCronSilent: false,
  isDeploying: false,
});
