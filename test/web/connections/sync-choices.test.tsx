import { expect, it } from "vitest";
import { ConnectionModel } from "../../../web/connections/connection";
import { SyncChoices } from "../../../web/connections/setup/sync-choices";
import { createApp } from "../../../web/shell/app";
import { aConnection } from "../support/connection";
import { draw, fakeServer, until } from "../support/render";

it("asks in the set-up what Weft does by itself, and saves each answer as it is given", async () => {
  const detail = aConnection({ state: "setup", settingsVersion: 3 });
  const server = fakeServer({ "PATCH /api/connections/:id/settings": detail });
  const { client } = createApp(server.send, document.documentElement, localStorage);
  draw(<SyncChoices detail={detail} model={new ConnectionModel(client, "c")} />, server);
  const [pull, accept] = document.querySelectorAll<HTMLInputElement>("input[type=checkbox]");
  expect([pull?.checked, accept?.checked]).toEqual([true, false]);
  pull?.click();
  await until(() => server.calls.length > 0);
  expect(server.calls[0]?.body).toEqual({ seenVersion: 3, settings: { pullNewProducts: false } });
  expect(document.querySelector("a")?.getAttribute("href")).toBe("/connections/c/health");
});
