import { beforeEach, expect, it, vi } from "vitest";
import { PullDialog } from "../../../web/catalogue/pull-dialog";
import { ConnectionContext, ConnectionModel } from "../../../web/connections/connection";
import { createApp } from "../../../web/shell/app";
import { aConnection } from "../support/connection";
import { draw, fakeServer, until } from "../support/render";

beforeEach(() => {
  HTMLDialogElement.prototype.showModal ??= vi.fn();
});

const periods = () => [...document.querySelectorAll<HTMLInputElement>("input[name=period]")];
const chosen = () => periods().find((one) => one.checked)?.value;

it("starts with the last pull although the connection is read only after it has opened", async () => {
  const server = fakeServer({
    "GET /api/connections/:id": aConnection({ lastPullAt: Date.UTC(2026, 0, 1) }),
  });
  const { client } = createApp(server.send, document.documentElement, localStorage);
  const model = new ConnectionModel(client, "c");
  const open = { id: "c", base: "/connections/c", model, detail: model.detail };
  draw(
    <ConnectionContext.Provider value={open}>
      <PullDialog
        pull={async () => ({ ok: true, value: { taskId: "t" } })}
        onClose={() => {}}
        onStarted={() => {}}
      />
    </ConnectionContext.Provider>,
    server,
  );
  await until(() => chosen() === "all");
  await model.detail.reload();
  await until(() => chosen() === "since_last");
  periods()
    .find((one) => one.value === "days_30")
    ?.click();
  await until(() => chosen() === "days_30");
  expect(periods().filter((one) => one.checked)).toHaveLength(1);
});
