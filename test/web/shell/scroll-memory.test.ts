import { describe, expect, it, vi } from "vitest";
import { rememberScroll, scrollMemory } from "../../../web/shell/scroll-memory";

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

it("lets a link lead to a part of the same page, whose place was noted before", async () => {
  document.body.innerHTML = "<section id='orders'></section>";
  rememberScroll();
  const part = document.getElementById("orders") as HTMLElement;
  const moves: string[] = [];
  part.scrollIntoView = () => void moves.push("to the part");
  vi.spyOn(window, "scrollTo").mockImplementation(() => void moves.push("back"));
  window.dispatchEvent(new Event("scroll"));
  location.hash = "#orders";
  window.dispatchEvent(new PopStateEvent("popstate"));
  window.dispatchEvent(new Event("hashchange"));
  await new Promise((done) => setTimeout(done, 60));
  expect(moves.at(-1)).toBe("to the part");
});
