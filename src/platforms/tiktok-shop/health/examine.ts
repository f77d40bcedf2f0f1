import { runChecks, type Finding } from "../../../domain/health/finding";
import type { ChannelExamination } from "../../channel";
import type { Session } from "../request";
import { CHECKS } from "./checks";
import { gather } from "./gather";

/** Every check of this platform by name, in the order findings come in. */
export const checkNames: readonly string[] = CHECKS.map(({ name }) => name);

/** Looks the shop over; what cannot be read is a finding. Throws what `gather` throws. */
export async function examine(
  session: Session,
  asked: ChannelExamination,
): Promise<readonly Finding[]> {
  return runChecks(CHECKS, await gather(session, asked));
}
