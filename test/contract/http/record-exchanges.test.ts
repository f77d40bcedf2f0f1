import { describe, expect, it } from "vitest";
import { watch } from "../../../src/platforms/http/record-exchanges";
import type { PlatformDeps } from "../../../src/platforms/deps";
import { RESTING_DEPS } from "../../support/platform-deps";

const NOW = Date.UTC(2026, 10, 24, 12);

function recorded(answer: Response) {
  let time = NOW;
  const deps: PlatformDeps = {
    ...RESTING_DEPS,
    fetch: async () => {
      time += 250;
      return answer;
    },
    now: () => time,
  };
  return watch(deps);
}

const ask = () => new Request("https://shop.example/api/orders?ws_key=SECRET&limit=1");

describe("a recorded exchange", () => {
  it("notes how long an answer took, whose clock is off and how it begins", async () => {
    const headers = { date: new Date(NOW - 60_000).toUTCString() };
    const { deps, exchanges } = recorded(
      new Response(`  \n{"orders":[${"1,".repeat(200)}1]}`, { headers }),
    );
    const answer = await deps.fetch(ask());
    expect((await answer.text()).length).toBeGreaterThan(400);
    expect(exchanges).toEqual([
      {
        path: "/api/orders",
        parameters: ["ws_key", "limit"],
        status: 200,
        tookMs: 250,
        clockSkewMs: -60_250,
        head: `{"orders":[${"1,".repeat(200)}`.slice(0, 64),
      },
    ]);
  });

  it("keeps no value of the query, where a key may ride", async () => {
    const { deps, exchanges } = recorded(new Response("{}"));
    await deps.fetch(ask());
    expect(JSON.stringify(exchanges)).not.toContain("SECRET");
  });

  it("reads no more of an endless answer than its reader does", async () => {
    let sent = 0;
    const endless = new ReadableStream<Uint8Array>({
      pull(controller) {
        sent += 1;
        controller.enqueue(new Uint8Array(1_000).fill(65));
      },
    });
    const { deps } = recorded(new Response(endless));
    const reader = (await deps.fetch(ask())).body?.getReader();
    await reader?.read();
    await reader?.cancel();
    expect(sent).toBeLessThan(10);
  });

  it("passes an answer without a body on as it is", async () => {
    const { deps, exchanges } = recorded(new Response(null, { status: 304 }));
    expect((await deps.fetch(ask())).status).toBe(304);
    expect(exchanges[0]).toMatchObject({ status: 304, head: "" });
  });
});
