import { describe, expect, it } from "vitest";
import { useLocation } from "preact-iso/router";
import { Announcer } from "../../../web/shell/announcer";
import { createApp } from "../../../web/shell/app";
import { draw, fakeServer, text, until } from "../support/render";

const passed = (ms: number) => new Promise((done) => void setTimeout(done, ms));

describe("saying what happened", () => {
  it("says the same words a second time as something new", () => {
    const root = document.createElement("div");
    const app = createApp(async () => Response.json({}), root, localStorage);
    const said: string[] = [];
    app.said.subscribe((text) => said.push(text));
    app.say("Saved.");
    app.say("Saved.");
    app.say("Saved.");
    expect(said.filter(Boolean)).toHaveLength(3);
    expect(new Set(said.filter(Boolean).map((text) => text.trim()))).toEqual(new Set(["Saved."]));
  });

  it("is forgotten on the next page, unless it was said on the way there", async () => {
    let go = (_path: string) => {};
    const Page = () => {
      go = useLocation().route;
      return <Announcer />;
    };
    const app = draw(<Page />, fakeServer({}), "/one");
    app.say("Saved.");
    await until(() => text().includes("Saved."));
    await passed(700);
    go("/two");
    await until(() => !text().includes("Saved."));
    app.say("Connected.");
    go("/three");
    await until(() => location.pathname === "/three");
    await passed(150);
    expect(text()).toContain("Connected.");
  });
});
