import { addActivity } from "../db/accounts/activities";
import type { UiTexts } from "../i18n/en/ui";
import type { ConnectionRow } from "../db/connections/connections";
import type { Facts } from "../domain/facts";
import type { AppServices, Viewer } from "./context";

type Suffix<Key, Prefix extends string> = Key extends `${Prefix}${infer Rest}` ? Rest : never;

/** Stable dotted name of what was done; one that the pages have no words for does not compile. */
export type ActivityKind = Suffix<keyof UiTexts["activity"], "activity.kind.">;

/** Notes what a merchant did; facts hold no secret. Of the account as a whole: no connection. */
export async function record(
  call: { services: AppServices; viewer: Pick<Viewer, "accountId" | "userId"> },
  connectionId: string | null,
  kind: ActivityKind,
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
  kind: ActivityKind,
  facts: Facts = {},
): Promise<void> {
  await add(services, { accountId, connectionId, actor: "weft", kind, facts });
}

type Activity = Omit<Parameters<typeof addActivity>[1], "id">;

function add({ db, newId, now }: AppServices, activity: Activity): Promise<void> {
  return addActivity(db, { id: newId("act"), ...activity }, now());
}
