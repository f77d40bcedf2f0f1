import { describe, expect, it } from "vitest";
import { createApp } from "../../../web/shell/app";

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
});
