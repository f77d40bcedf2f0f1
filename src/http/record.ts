import type { Facts } from "../domain/facts";
import { addActivity } from "../db/accounts/activities";
import type { AppServices, Viewer } from "./context";

/** Notes what a merchant did; `kind` is a stable dotted name, facts hold no secret. */
export async function record(
  call: { services: AppServices; viewer: Viewer },
  connectionId: string,
  kind: string,
  facts: Facts = {},
): Promise<void> {
  const { services, viewer } = call;
  const id = services.newId("act");
  const row = { id, accountId: viewer.accountId, connectionId, actor: viewer.userId, kind, facts };
  await addActivity(services.db, row, services.now());
}
