import { memberNames } from "../../db/accounts/accounts";
import { listActivities } from "../../db/accounts/activities";
import type { AppServices, Viewer } from "../context";

/** A page of what was done with a connection, or with the account as a whole (null), by person's name. */
export async function readActivities(
  { db }: AppServices,
  { accountId }: Viewer,
  connectionId: string | null,
  cursor: string | undefined,
) {
  const [page, names] = await Promise.all([
    listActivities(db, accountId, connectionId, cursor),
    memberNames(db, accountId),
  ]);
  const rows = page.rows.map(({ id, actor, kind, facts, createdAt }) => ({
    id,
    // Nobody's any more: the person was deleted.
    actor: names.get(actor) ?? (actor === "weft" ? actor : ""),
    kind,
    facts,
    at: createdAt,
  }));
  return { rows, next: page.next };
}
