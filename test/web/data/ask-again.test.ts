import { effect } from "@preact/signals";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { Result } from "../../../web/api/client";
import { createResource, type Resource } from "../../../web/data/resource";

type Said = "ok" | number;

const answer = (said: Said): Result<string> =>
  said === "ok"
    ? { ok: true, value: "read" }
    : { ok: false, status: said, error: { code: "said", facts: { said } } };

/** A resource that is answered so, one after the other; the last one from then on. */
function answered(...says: Said[]) {
  let calls = 0;
  const resource = createResource(async () => {
    calls += 1;
    return answer(says[Math.min(calls, says.length) - 1] ?? "ok");
  });
  return { resource, calls: () => calls };
}

let stops: (() => void)[] = [];
const watch = (resource: Resource<string>) => {
  const stop = effect(() => void resource.value.value);
  stops.push(stop);
  return stop;
};

const hide = (isHidden: boolean) => {
  vi.spyOn(document, "hidden", "get").mockReturnValue(isHidden);
  document.dispatchEvent(new Event("visibilitychange"));
};

beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  for (const stop of stops) stop();
  stops = [];
  vi.restoreAllMocks();
  vi.useRealTimers();
});

describe("a read that failed for a cause that may pass", () => {
  it.each([0, 200, 408, 429, 500, 502, 503])(
    "is repeated while it is shown: %i",
    async (status) => {
      const { resource, calls } = answered(status, status, "ok");
      watch(resource);
      await resource.reload();
      expect(resource.error.value?.facts).toEqual({ said: status });
      expect(resource.isRefused.value).toBe(false);
      await vi.advanceTimersByTimeAsync(10_000);
      expect([resource.value.value, resource.error.value, calls()]).toEqual(["read", null, 3]);
      await vi.advanceTimersByTimeAsync(600_000);
      expect(calls()).toBe(3);
    },
  );

  it("keeps what was known, and says the failure beside it", async () => {
    const { resource } = answered("ok", 503);
    watch(resource);
    await resource.reload();
    await resource.reload();
    expect([resource.value.value, resource.error.value?.code]).toEqual(["read", "said"]);
  });

  it("is asked for more and more rarely, at last twice a minute", async () => {
    const { resource, calls } = answered(503);
    watch(resource);
    await resource.reload();
    await vi.advanceTimersByTimeAsync(600_000);
    expect(calls()).toBeGreaterThan(18);
    expect(calls()).toBeLessThan(26);
  });

  it("is not repeated for nobody, and again once somebody looks", async () => {
    const { resource, calls } = answered(503, "ok");
    const leave = watch(resource);
    await resource.reload();
    leave();
    await vi.advanceTimersByTimeAsync(600_000);
    expect(calls()).toBe(1);
    watch(resource);
    await vi.advanceTimersByTimeAsync(30_000);
    expect(resource.value.value).toBe("read");
  });

  it("waits while the page is hidden, and is asked at once when a person comes back", async () => {
    const { resource, calls } = answered(503, "ok");
    watch(resource);
    await resource.reload();
    hide(true);
    await vi.advanceTimersByTimeAsync(600_000);
    expect(calls()).toBe(1);
    hide(false);
    await vi.advanceTimersByTimeAsync(0);
    expect(calls()).toBe(2);
  });

  it("is asked at once when the network is back", async () => {
    const { resource, calls } = answered(0, "ok");
    watch(resource);
    await resource.reload();
    window.dispatchEvent(new Event("online"));
    await vi.advanceTimersByTimeAsync(0);
    expect([calls(), resource.value.value]).toEqual([2, "read"]);
  });

  it("is not asked twice where something else asks for it meanwhile", async () => {
    const { resource, calls } = answered(503, "ok");
    watch(resource);
    await resource.reload();
    await resource.reload();
    await vi.advanceTimersByTimeAsync(600_000);
    expect(calls()).toBe(2);
  });
});

it.each([401, 403, 404, 409, 422])("a read that was refused is final: %i", async (status) => {
  const { resource, calls } = answered(status, "ok");
  watch(resource);
  await resource.reload();
  await vi.advanceTimersByTimeAsync(600_000);
  expect([calls(), resource.isRefused.value]).toEqual([1, true]);
});

it("forgets what is under way when it is cleared", async () => {
  const { resource } = answered("ok");
  const read = resource.reload();
  resource.clear();
  await read;
  expect([resource.value.value, resource.isLoading.value]).toEqual([null, false]);
});
