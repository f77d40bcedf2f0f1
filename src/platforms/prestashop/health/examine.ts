import { runChecks, type Check, type Finding } from "../../../domain/health/finding";
import type { PlatformDeps } from "../../deps";
import type { SourceCredentials, SourceExamination } from "../../source";
import { connectivityChecks } from "./connectivity-checks";
import type { Evidence } from "./evidence";
import { gather } from "./gather";
import { moduleChecks } from "./module-checks";
import { orderChecks } from "./order-checks";
import { storeChecks } from "./store-checks";

const CHECKS: readonly Check<Evidence>[] = [
  ...connectivityChecks,
  ...storeChecks,
  ...orderChecks,
  ...moduleChecks,
];

/** Every check of this platform by name, in the order findings come in. */
export const checkNames: readonly string[] = CHECKS.map(({ name }) => name);

/**
 * Looks the store over; what cannot be read is a finding, so this throws nothing of the store's.
 */
export async function examine(
  credentials: SourceCredentials,
  deps: PlatformDeps,
  asked: SourceExamination,
  keyInQuery?: boolean,
): Promise<readonly Finding[]> {
  return runChecks(CHECKS, await gather(credentials, deps, asked, keyInQuery));
}
