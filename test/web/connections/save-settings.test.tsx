import { describe, expect, it } from "vitest";
import type { ConnectionDetail } from "../../../src/contract/connections";
import type { SettingsPatch } from "../../../src/contract/connection-settings";
import { StockSettings } from "../../../web/connections/settings/stock-settings";
import { ConnectionContext, ConnectionModel } from "../../../web/connections/connection";
import { createApp } from "../../../web/shell/app";
import { aConnection } from "../support/connection";
import { button, draw, text, until } from "../support/render";

type Body = { seenVersion: number; settings: SettingsPatch };

/** A server that keeps settings and their version as the real one does, and another tab beside this one. */
function versionedServer() {
  let standing = aConnection();
  const apply = (settings: SettingsPatch) => {
    const { settingsVersion: version } = standing;
    const merged = { ...standing.settings, ...settings } as ConnectionDetail["settings"];
    standing = { ...standing, settings: merged, settingsVersion: version + 1 };
  };
  const calls: { method: string; path: string; body: unknown }[] = [];
  const send: typeof fetch = async (input, init) => {
    const body = init?.body ? (JSON.parse(String(init.body)) as Body) : undefined;
    calls.push({ method: init?.method ?? "GET", path: String(input), body });
    if (!body) return Response.json(standing);
    const { seenVersion, settings } = body;
    if (seenVersion === standing.settingsVersion) {
      apply(settings);
      return Response.json(standing);
    }
    const fields = Object.keys(settings) as (keyof SettingsPatch)[];
    const current = Object.fromEntries(fields.map((name) => [name, standing.settings[name]]));
    const error = { code: "settings.changed_meanwhile", facts: { fields } };
    const conflict = { version: standing.settingsVersion, yours: settings, current };
    return Response.json({ error, conflict }, { status: 409 });
  };
  const saves = () => calls.filter(({ method }) => method === "PATCH").length;
  return { send, calls, apply, saves, standing: () => standing };
}

async function open() {
  const server = versionedServer();
  const { client } = createApp(server.send, document.documentElement, localStorage);
  const model = new ConnectionModel(client, "c");
  const connection = { id: "c", base: "/connections/c", model, detail: model.detail };
  await model.detail.reload();
  const Content = () => {
    const detail = model.detail.value.value;
    return detail && <StockSettings detail={detail} />;
  };
  draw(
    <ConnectionContext.Provider value={connection}>
      <Content />
    </ConnectionContext.Provider>,
    server,
  );
  return { server, model };
}

const field = () => document.querySelector<HTMLInputElement>("input[inputmode=numeric]");
function type(value: string) {
  const input = field();
  if (!input) throw new Error("no field");
  input.value = value;
  input.dispatchEvent(new Event("input", { bubbles: true }));
}
const submit = () =>
  document
    .querySelector("form")
    ?.dispatchEvent(new Event("submit", { cancelable: true, bubbles: true }));

describe("settings saved in another tab meanwhile", () => {
  it("are saved over without a question where they are other settings", async () => {
    const { server } = await open();
    server.apply({ pullNewProducts: false });
    type("4");
    submit();
    await until(() => server.standing().settings.holdBack === 4);
    expect(server.standing().settings.pullNewProducts).toBe(false);
    expect(text()).not.toContain("Changed meanwhile");
    expect(server.saves()).toBe(2);
  });

  it("keep what was typed and show both values, until the merchant saves it", async () => {
    const { server } = await open();
    server.apply({ holdBack: 7 });
    type("4");
    submit();
    await until(() => text().includes("Changed meanwhile"));
    expect(field()?.value).toBe("4");
    const cells = [...document.querySelectorAll("tbody tr")].map((row) => row.textContent);
    expect(cells).toEqual(["Hold back units47"]);
    expect(server.standing().settings.holdBack).toBe(7);
    button("Save what I typed").click();
    await until(() => server.standing().settings.holdBack === 4);
    await until(() => !text().includes("Changed meanwhile"));
  });

  it("fill the form where the merchant takes them, and are what is saved over from then on", async () => {
    const { server } = await open();
    server.apply({ holdBack: 7 });
    type("4");
    submit();
    await until(() => text().includes("Changed meanwhile"));
    button("Take what was saved").click();
    await until(() => field()?.value === "7");
    expect(text()).not.toContain("Changed meanwhile");
    type("8");
    submit();
    await until(() => server.standing().settings.holdBack === 8);
  });

  it("are not lost although the page has read the newer version for another section", async () => {
    const { server, model } = await open();
    server.apply({ holdBack: 7 });
    type("4");
    await model.detail.reload();
    submit();
    await until(() => text().includes("Changed meanwhile"));
    expect(server.standing().settings.holdBack).toBe(7);
  });
});
