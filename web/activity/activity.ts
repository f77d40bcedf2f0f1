import { createModel, signal } from "@preact/signals";
import type { Client } from "../api/client";
import { createResource } from "../data/resource";

/** What was done in a connection, page by page. */
export const ActivityModel = createModel((client: Client, id: string) => {
  const cursor = signal<string | undefined>(undefined);
  const list = createResource(() =>
    client.call("GET /api/connections/:id/activity", {
      params: { id },
      query: { cursor: cursor.value },
    }),
  );
  const show = (at: string | undefined) => {
    const isElsewhere = at !== cursor.value;
    cursor.value = at;
    return isElsewhere ? list.reloadOther() : list.reload();
  };
  return { cursor, list, show };
});
