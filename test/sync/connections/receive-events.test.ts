import { describe, expect, it } from "vitest";
import type { SourceStore } from "../../../src/domain/connections/source-store";
import type { ChannelEvent } from "../../../src/platforms/channel";
import type { SourceEvent } from "../../../src/platforms/source";
import {
  receiveChannelEvent,
  type ChannelEventDeps,
} from "../../../src/sync/connections/receive-channel-event";
import { receiveSourceEvent } from "../../../src/sync/connections/receive-source-event";

const STORED_AT = 1_700_000_000_500;

function channel(ingest: () => Promise<{ isNew: boolean }> = async () => ({ isNew: true })) {
  const calls: string[] = [];
  const step = (name: string) => async () => void calls.push(name);
  const deps: ChannelEventDeps = {
    secrets: {
      find: async () => ({
        field: "channel_tokens",
        state: "valid",
        expiresAt: null,
        version: 1,
        updatedAt: STORED_AT,
        open: async () => "",
      }),
      mark: async (_field, state) => void calls.push(state),
    },
    ledger: {
      ingestChannelEvent: ingest,
      setActive: async (is) => void calls.push(`active ${is}`),
    },
    markDisconnected: step("disconnected"),
    reportChannel: step("problem"),
    recordDisconnected: step("recorded"),
  };
  const event = (kind: "authorization.revoked" | "authorization.expiring", at: number) =>
    receiveChannelEvent(deps, { kind, at, deliveryId: "d", shopId: "s" } as ChannelEvent);
  return { calls, event };
}

describe("a revocation", () => {
  it("stops the work and asks for a new authorisation", async () => {
    const { calls, event } = channel();
    await event("authorization.revoked", STORED_AT);
    expect(calls).toEqual(["revoked", "disconnected", "problem", "active false", "recorded"]);
  });

  it("that comes late cuts off no authorisation given since", async () => {
    const { calls, event } = channel();
    await event("authorization.revoked", STORED_AT - 60_000);
    expect(calls).toEqual([]);
  });

  it("in the very second of the authorisation counts: events carry whole seconds", async () => {
    const { calls, event } = channel();
    await event("authorization.revoked", STORED_AT - 500);
    expect(calls).toContain("revoked");
  });
});

it("marks an authorisation that runs out soon, and goes on", async () => {
  const { calls, event } = channel();
  await event("authorization.expiring", STORED_AT);
  expect(calls).toEqual(["expiring"]);
});

it("is not acknowledged when the ledger cannot keep it", async () => {
  const { event } = channel(() => Promise.reject(new Error("no storage")));
  await expect(event("authorization.expiring", STORED_AT)).rejects.toThrow("no storage");
});

describe("a ping of the store", () => {
  const ping = (known: Partial<SourceStore> | null, isNew = true) => {
    const doubts: number[] = [];
    const deps = {
      ledger: { ingestSourceEvent: async () => ({ isNew }) },
      known: known as SourceStore | null,
      doubtStore: async () => void doubts.push(1),
    };
    const event = { deliveryId: "d", kind: "ping", ids: [], at: 0 } as unknown as SourceEvent;
    return receiveSourceEvent(deps, event).then(() => doubts.length);
  };

  it("has a store without a known module read again", async () => {
    expect(await ping({ moduleVersion: null })).toBe(1);
    expect(await ping(null)).toBe(1);
  });

  it("costs nothing where the module is known, or when it is a repeat", async () => {
    expect(await ping({ moduleVersion: "0.2.0" })).toBe(0);
    expect(await ping({ moduleVersion: null }, false)).toBe(0);
  });
});
