import { addActivity } from "../db/accounts/activities";
import type { ui } from "../i18n/en/ui";
import type { AppServices, Viewer } from "./context";

type Suffix<Key, Prefix extends string> = Key extends `${Prefix}${infer Rest}` ? Rest : never;

/** Stable dotted name of what was done; one that the pages have no words for does not compile. */
export type ActivityKind = Suffix<keyof typeof ui, "activity.kind.">;

/** Notes what a merchant did; facts hold no secret. */
export async function record(
  call: { services: AppServices; viewer: Viewer },
  connectionId: string,
  kind: ActivityKind,
  facts: Record<string, string | number> = {},
): Promise<void> {
  const { services, viewer } = call;
  const id = services.newId("act");
  const row = { id, accountId: viewer.accountId, connectionId, actor: viewer.userId, kind, facts };
  await addActivity(services.db, row, services.now());
}
