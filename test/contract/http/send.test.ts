import { describe, expect, it } from "vitest";
import { SyncError } from "../../../src/domain/errors/sync-error";
import {
  LONGEST_SILENCE_MS,
  readRetryAfter,
  send,
  type Outgoing,
} from "../../../src/platforms/http/send";
import type { PlatformDeps } from "../../../src/platforms/deps";
import { RESTING_DEPS } from "../../support/platform-deps";
import { failureOf } from "../../support/failure-of";

type Reply = Response | Error | "hang";

function world(replies: readonly Reply[]) {
  const sent: Request[] = [];
  const slept: number[] = [];
  let budget = 0;
  const deps: PlatformDeps = {
    ...RESTING_DEPS,
    fetch: async (request) => {
      sent.push(request);
      const reply = replies[Math.min(sent.length, replies.length) - 1];
      if (reply === "hang")
        return new Promise((_, reject) => {
          request.signal.addEventListener("abort", () => reject(request.signal.reason as Error));
        });
      if (reply instanceof Error) throw reply;
      if (!reply) throw new Error("no reply planned");
      return reply.clone();
    },
    now: () => Date.UTC(2026, 0, 1),
    sleep: async (ms) => void slept.push(ms),
    takeBudget: async (requests) => void (budget += requests),
    timeoutMs: 30,
  };
  return { deps, sent, slept, spent: () => budget };
}

let built = 0;
const outgoing = (more: Partial<Outgoing> = {}): Outgoing => ({
  build: () => new Request(`https://shop.example/thing?try=${(built += 1)}`),
  replaySafe: true,
  vendor: "tiktok",
  ...more,
});

describe("send", () => {
  it("answers with status, headers and body of a clear answer, refusals included", async () => {
    const { deps, slept } = world([new Response("no such thing", { status: 404 })]);
    const answer = await send(deps, outgoing());
    expect(answer.status).toBe(404);
    expect(answer.text()).toBe("no such thing");
    expect(slept).toEqual([]);
  });

  it("builds the request anew for each try, and pays for each", async () => {
    const { deps, sent, spent } = world([
      new Error("reset"),
      new Response("", { status: 503 }),
      new Response("ok"),
    ]);
    const answer = await send(deps, outgoing());
    expect(answer.text()).toBe("ok");
    expect(new Set(sent.map(({ url }) => url)).size).toBe(3);
    expect(spent()).toBe(3);
  });

  it("never follows a redirect", async () => {
    const { deps, sent } = world([
      new Response(null, { status: 302, headers: { location: "https://elsewhere.example/" } }),
    ]);
    expect((await send(deps, outgoing())).status).toBe(302);
    expect(sent[0]?.redirect).toBe("manual");
  });

  it("says that a write may have happened when its answer never came", async () => {
    const lost = await failureOf(
      send(world([new Error("reset")]).deps, outgoing({ replaySafe: false })),
    );
    expect(lost).toMatchObject({ remedy: "retry", code: "tiktok.unreachable" });
    expect(lost.facts.maybeApplied).toBe(true);
    const { deps, sent } = world(["hang"]);
    const late = await failureOf(send(deps, outgoing({ replaySafe: false })));
    expect(late.code).toBe("tiktok.timeout");
    expect(late.facts.maybeApplied).toBe(true);
    expect(sent).toHaveLength(1);
  });

  it("says nothing of the kind when repeating does no harm", async () => {
    const { deps, sent } = world(["hang"]);
    const late = await failureOf(send(deps, outgoing()));
    expect(late.facts.maybeApplied).toBeUndefined();
    expect(sent).toHaveLength(3);
  });

  it("hands over the body of a 5xx once tries are used up: it may hold the reason", async () => {
    const { deps, sent } = world([new Response("because", { status: 500 })]);
    const answer = await send(deps, outgoing());
    expect([answer.status, answer.text(), sent.length]).toEqual([500, "because", 3]);
  });

  it("waits as long as a 429 asks, and fails with that wait when it is too long for a request", async () => {
    const short = world([
      new Response("", { status: 429, headers: { "retry-after": "2" } }),
      new Response("ok"),
    ]);
    await send(short.deps, outgoing({ replaySafe: false }));
    expect(short.slept).toEqual([2_000]);
    const long = world([new Response("", { status: 429, headers: { "retry-after": "90" } })]);
    const error = await failureOf(send(long.deps, outgoing()));
    expect(error).toMatchObject({ remedy: "retry", code: "tiktok.rate_limited" });
    expect(error.facts).toEqual({ retryAfterMs: 90_000 });
    expect(long.sent).toHaveLength(1);
  });

  it("lets a vendor find failures in the body of a 200", async () => {
    const { deps, sent } = world([new Response("busy"), new Response("done")]);
    const answer = await send(
      deps,
      outgoing({
        readFailure: (received) =>
          received.text() === "busy" ? { kind: "http", status: 500 } : undefined,
      }),
    );
    expect([answer.text(), sent.length]).toEqual(["done", 2]);
  });

  it("reads no more of an answer than agreed", async () => {
    const { deps } = world([new Response("x".repeat(2_000))]);
    const error = await failureOf(send(deps, outgoing({ maxBytes: 1_000 })));
    expect(error).toMatchObject({ remedy: "merchant", code: "tiktok.answer_too_large" });
  });

  it("sends nothing while the request budget is used up", async () => {
    const { deps, sent } = world([new Response("ok")]);
    const spent = new SyncError("retry", "budget.exhausted");
    const broke = { ...deps, takeBudget: () => Promise.reject(spent) };
    expect(await failureOf(send(broke, outgoing()))).toBe(spent);
    expect(sent).toHaveLength(0);
  });
});

describe("readRetryAfter", () => {
  const now = Date.UTC(2026, 0, 1);
  const read = (value: string) => readRetryAfter(new Headers({ "retry-after": value }), now);

  it("understands seconds and dates, and ignores anything else", () => {
    expect(read("3")).toEqual({ retryAfterMs: 3_000 });
    expect(read("0.5")).toEqual({ retryAfterMs: 500 });
    expect(read("Thu, 01 Jan 2026 00:00:10 GMT")).toEqual({ retryAfterMs: 10_000 });
    expect(read("Wed, 31 Dec 2025 00:00:00 GMT")).toEqual({ retryAfterMs: 0 });
    expect(read("soon")).toEqual({});
    expect(readRetryAfter(new Headers(), now)).toEqual({});
  });

  it("waits a quarter of an hour at most, whatever is asked", () => {
    const longest = { retryAfterMs: LONGEST_SILENCE_MS };
    expect(LONGEST_SILENCE_MS).toBe(15 * 60_000);
    for (const asked of ["999999999", "Thu, 01 Jan 2037 00:00:00 GMT"])
      expect(read(asked)).toEqual(longest);
  });
});
