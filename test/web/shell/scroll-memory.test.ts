import { describe, expect, it } from "vitest";
import { scrollMemory } from "../../../web/shell/scroll-memory";

function page() {
  const state = { href: "/list", top: 0, reach: 5_000, at: 0 };
  const memory = scrollMemory(
    {
      href: () => state.href,
      top: () => state.top,
      reach: () => state.reach,
      scrollTo: (top) => {
        state.top = top;
      },
    },
    () => state.at,
  );
  const scroll = (top: number) => {
    state.top = top;
    memory.note();
  };
  const go = (href: string) => {
    state.href = href;
    scroll(0);
  };
  return { state, memory, scroll, go };
}

describe("the way back", () => {
  it("finds the place again once the rows are there", () => {
    const { state, memory, scroll, go } = page();
    scroll(1_600);
    go("/list/7");
    state.href = "/list";
    memory.returned();
    state.reach = 0;
    expect(memory.restore()).toBe(true);
    // The short page makes the browser scroll to its top, which is no place a person chose.
    scroll(0);
    state.reach = 5_000;
    expect(memory.restore()).toBe(false);
    expect(state.top).toBe(1_600);
  });

  it("is given up when a person scrolls, or when the rows do not come", () => {
    const { state, memory, scroll, go } = page();
    scroll(1_600);
    go("/list/7");
    state.href = "/list";
    state.reach = 0;
    memory.returned();
    memory.giveUp();
    expect(memory.restore()).toBe(false);
    memory.returned();
    state.at = 60_000;
    expect(memory.restore()).toBe(false);
    expect(state.top).toBe(0);
  });
});
