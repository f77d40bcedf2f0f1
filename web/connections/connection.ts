import type { Sent } from "../../src/contract/contract";
import { createContext } from "preact";
import { useContext } from "preact/hooks";
import { createModel, signal } from "@preact/signals";
import type { ConnectionDetail } from "../../src/contract/connections";
import type { Client, Result } from "../api/client";
import { createResource, type Resource } from "../data/resource";

type Settings = Sent<"PATCH /api/connections/:id/settings", "body">;

/** One connection as the workspace and the wizard see it. */
export const ConnectionModel = createModel((client: Client, id: string) => {
  const params = { id };
  const detail = createResource(() => client.call("GET /api/connections/:id", { params }));
  const isSaving = signal(false);

  const keep = async (sent: Promise<Result<ConnectionDetail>>) => {
    isSaving.value = true;
    const result = await sent;
    isSaving.value = false;
    if (result.ok) detail.put(result.value);
    return result;
  };

  return {
    detail,
    isSaving,
    pause: (isPaused: boolean) =>
      keep(client.call("PATCH /api/connections/:id", { params, body: { isPaused } })),
    save: (body: Settings) =>
      keep(client.call("PATCH /api/connections/:id/settings", { params, body })),
    connectStore: async (url: string, key: string) => {
      const body = key ? { url, key } : { url };
      isSaving.value = true;
      const result = await client.call("PUT /api/connections/:id/source", { params, body });
      isSaving.value = false;
      if (result.ok) detail.put(result.value.connection);
      return result;
    },
    rotateSecret: () =>
      keep(client.call("POST /api/connections/:id/rotate-secret", { params, body: {} })),
    answerMove: (url: string, isAccepted: boolean) =>
      keep(
        client.call("POST /api/connections/:id/store-move", { params, body: { url, isAccepted } }),
      ),
    showSecret: () => client.call("POST /api/connections/:id/webhook-secret", { params, body: {} }),
    authorize: (market: string) =>
      client.call("POST /api/connections/:id/authorize", { params, body: { market } }),
    chooseShop: (shopId: string) =>
      keep(client.call("POST /api/connections/:id/shop", { params, body: { shopId } })),
    remove: (confirmName: string) =>
      client.call("DELETE /api/connections/:id", { params, body: { confirmName } }),
  };
});

/** The open connection, for every page of its workspace. */
export interface OpenConnection {
  id: string;
  base: string;
  model: InstanceType<typeof ConnectionModel>;
  detail: Resource<ConnectionDetail>;
}

export const ConnectionContext = createContext<OpenConnection | null>(null);

export function useConnection(): OpenConnection {
  const open = useContext(ConnectionContext);
  if (!open) throw new Error("useConnection outside of a workspace");
  return open;
}
