import { useMemo } from "preact/hooks";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { useLocation } from "preact-iso/router";
import { ConnectionContext, ConnectionModel } from "../../../web/connections/connection";
import { NameSettings } from "../../../web/connections/settings/name-settings";
import { StockSettings } from "../../../web/connections/settings/stock-settings";
import { SaveBar } from "../../../web/connections/settings/save-bar";
import { newUnsavedForms, UnsavedContext } from "../../../web/connections/settings/unsaved";
import { createApp } from "../../../web/shell/app";
import { aConnection } from "../support/connection";
import { button, draw, fakeServer, text, until, type FakeAnswers } from "../support/render";

beforeEach(() => {
  HTMLDialogElement.prototype.showModal ??= vi.fn();
});

async function open() {
  const answers: FakeAnswers = {
    "GET /api/connections/:id": aConnection(),
    "PATCH /api/connections/:id/settings": aConnection({ name: "Loom", settingsVersion: 1 }),
  };
  const server = fakeServer(answers);
  const { client } = createApp(server.send, document.documentElement, localStorage);
  const model = new ConnectionModel(client, "c");
  await model.detail.reload();
  const Page = () => {
    const forms = useMemo(newUnsavedForms, []);
    const detail = model.detail.value.value;
    const { path } = useLocation();
    if (!path.endsWith("/settings")) return <p>elsewhere</p>;
    return (
      <ConnectionContext.Provider
        value={{ id: "c", base: "/connections/c", model, detail: model.detail }}
      >
        <UnsavedContext.Provider value={forms}>
          <a href="/connections/c">home</a>
          {detail && <NameSettings detail={detail} />}
          {detail && <StockSettings detail={detail} />}
          <SaveBar forms={forms} />
        </UnsavedContext.Provider>
      </ConnectionContext.Provider>
    );
  };
  draw(<Page />, server, "/connections/c/settings");
  await until(() => text().includes("Save name"));
  return server;
}

function type(index: number, value: string) {
  const input = document.querySelectorAll<HTMLInputElement>("input:not([type=checkbox])")[index];
  if (!input) throw new Error("no field");
  input.value = value;
  input.dispatchEvent(new Event("input", { bubbles: true }));
}

const link = () => document.querySelector<HTMLAnchorElement>('a[href="/connections/c"]');

describe("unsaved settings", () => {
  it("are named by one bar, which gives them up", async () => {
    await open();
    expect(text()).not.toContain("Unsaved changes");
    type(0, "Loom");
    type(1, "5");
    await until(() => text().includes("Unsaved changes"));
    button("Discard").click();
    await until(() => !text().includes("Unsaved changes"));
    const [name, holdBack] = document.querySelectorAll<HTMLInputElement>(
      "input:not([type=checkbox])",
    );
    expect([name?.value, holdBack?.value]).toEqual(["Shop", "0"]);
  });

  it("are all saved at one press", async () => {
    const server = await open();
    type(0, "Loom");
    type(1, "5");
    await until(() => text().includes("Unsaved changes"));
    button("Save all").click();
    await until(() => server.calls.filter(({ method }) => method === "PATCH").length === 2);
    await until(() => !text().includes("Unsaved changes"));
    const bodies = server.calls.filter(({ method }) => method === "PATCH").map(({ body }) => body);
    expect(bodies).toMatchObject([{ name: "Loom" }, { settings: { holdBack: 5 } }]);
  });

  it("are asked about before a link is followed", async () => {
    await open();
    type(1, "5");
    await until(() => text().includes("Unsaved changes"));
    link()?.click();
    await until(() => text().includes("Leave without saving?"));
    expect(location.pathname).toBe("/connections/c/settings");
    button("Leave without saving").click();
    await until(() => text() === "elsewhere");
  });

  it("keep nobody where nothing was changed", async () => {
    await open();
    link()?.click();
    await until(() => text() === "elsewhere");
  });
});
