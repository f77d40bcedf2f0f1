import type { ComponentChild } from "preact";
import { ConnectionContext, ConnectionModel } from "../../../web/connections/connection";
import { createApp } from "../../../web/shell/app";
import type { FakeServer } from "./render";

/** Content as the pages of connection "c" draw it; what they ask is answered by `server`. */
export function inConnection(content: ComponentChild, server: FakeServer) {
  const { client } = createApp(server.send, document.documentElement, localStorage);
  const model = new ConnectionModel(client, "c");
  const connection = { id: "c", base: "/connections/c", model, detail: model.detail };
  return <ConnectionContext.Provider value={connection}>{content}</ConnectionContext.Provider>;
}
