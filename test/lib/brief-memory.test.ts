import { describe, expect, it } from "vitest";
import { openBriefMemory } from "../../src/lib/brief-memory";

function memoryOf({ maxAgeMs = 1_000, maxEntries = 2 } = {}) {
  const clock = { now: 5_000 };
  const memory = openBriefMemory<string>({ maxAgeMs, maxEntries }, () => clock.now);
  return { clock, memory };
}

describe("a brief memory", () => {
  it("answers what was kept until it is too old", () => {
    const { clock, memory } = memoryOf();
    memory.keep("a", "one");
    clock.now += 999;
    expect(memory.read("a")).toBe("one");
    clock.now += 1;
    expect(memory.read("a")).toBeUndefined();
  });

  it("counts the age from the last time something was kept", () => {
    const { clock, memory } = memoryOf();
    memory.keep("a", "one");
    clock.now += 900;
    memory.keep("a", "two");
    clock.now += 900;
    expect(memory.read("a")).toBe("two");
  });

  it("lets go of what was kept first once there is too much", () => {
    const { memory } = memoryOf();
    for (const key of ["a", "b", "a", "c"]) memory.keep(key, key);
    expect(["a", "b", "c"].map((key) => memory.read(key))).toEqual(["a", undefined, "c"]);
  });
});
