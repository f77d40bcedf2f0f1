import { addActivity } from "../db/accounts/activities";
import type { ConnectionRow } from "../db/connections/connections";
import type { Facts } from "../domain/facts";
import type { AppServices, Viewer } from "./context";

/** Notes what a merchant did; `kind` is a stable dotted name, facts hold no secret. */
export async function record(
  call: { services: AppServices; viewer: Viewer },
  connectionId: string,
  kind: string,
  facts: Facts = {},
): Promise<void> {
  const { services, viewer } = call;
  const { accountId, userId: actor } = viewer;
  await add(services, { accountId, connectionId, actor, kind, facts });
}

/** Notes what happened without a merchant, because a shop asked for it or reported it. */
export async function recordByWeft(
  services: AppServices,
  { id: connectionId, accountId }: Pick<ConnectionRow, "id" | "accountId">,
  kind: string,
  facts: Facts = {},
): Promise<void> {
  await add(services, { accountId, connectionId, actor: "weft", kind, facts });
}

type Activity = Omit<Parameters<typeof addActivity>[1], "id">;

function add({ db, newId, now }: AppServices, activity: Activity): Promise<void> {
  return addActivity(db, { id: newId("act"), ...activity }, now());
}
