import { describe, expect, it } from "vitest";
import { LiveContext, LiveModel, useKept, useLive } from "../../../web/data/live";
import { createClient } from "../../../web/api/client";
import { draw, fakeServer, text, until, type FakeAnswers } from "../support/render";
import { signal } from "@preact/signals";

const versions = {
  products: "1",
  orders: "1",
  tasks: "1",
  problems: "1",
  settings: "1",
  health: "1",
};

function drawLive() {
  const answers: FakeAnswers = { "GET /api/connections/:id/pulse": { versions } };
  const server = fakeServer(answers);
  const live = new LiveModel(
    createClient(server.send, () => {}),
    "c",
  );
  const shared = { versions: live.versions, attention: live.attention, kept: new Map() };
  let reads = 0;
  const isThere = signal(true);
  const Page = () => {
    useLive(["orders"], () => {
      reads += 1;
    });
    const model = useKept("page", () => ({ name: `made ${crypto.randomUUID()}` }));
    return <p>{model.name}</p>;
  };
  const Frame = () => (
    <LiveContext.Provider value={shared}>
      {isThere.value ? <Page /> : <p>elsewhere</p>}
    </LiveContext.Provider>
  );
  draw(<Frame />, server);
  const move = async (change: Partial<typeof versions>) => {
    answers["GET /api/connections/:id/pulse"] = { versions: { ...versions, ...change } };
    await live.ask();
  };
  return { live, move, reads: () => reads, isThere };
}

describe("a page that is kept up to date", () => {
  it("reads again when its subject moved, and not for another or the first answer", async () => {
    const { live, move, reads } = drawLive();
    await until(() => text().includes("made"));
    await new Promise((done) => setTimeout(done, 50));
    await live.ask();
    await move({ products: "2" });
    expect(reads()).toBe(0);
    await move({ products: "2", orders: "2" });
    await until(() => reads() === 1);
    await move({ products: "3", orders: "2" });
    expect(reads()).toBe(1);
  });

  it("keeps its model while the connection is open", async () => {
    const { isThere } = drawLive();
    await until(() => text().includes("made"));
    const before = text();
    isThere.value = false;
    await until(() => text() === "elsewhere");
    isThere.value = true;
    await until(() => text() !== "elsewhere");
    expect(text()).toBe(before);
  });
});
