import { describe, expect, it, vi } from "vitest";
import { later } from "../../../web/shell/later";
import { draw, fakeServer, text, until } from "../support/render";

describe("a part of a page that is loaded when it is drawn", () => {
  it("leaves its place to what stands there meanwhile, and is loaded once", async () => {
    const load = vi.fn(async () => ({
      default: ({ name }: { name: string }) => <p>Part {name}</p>,
    }));
    const Part = later(load, <p>Meanwhile</p>);
    draw(
      <>
        <Part name="one" />
      </>,
      fakeServer({}),
    );
    expect(text()).toBe("Meanwhile");
    await until(() => text() === "Part one");
    draw(<Part name="two" />, fakeServer({}));
    expect(text()).toBe("Part two");
    expect(load).toHaveBeenCalledTimes(1);
  });

  it(
    "is told when it does not come, and asked for again the next time",
    { timeout: 30_000 },
    async () => {
      let isOnline = false;
      const Part = later(async () => {
        if (!isOnline) throw new Error("offline");
        return { default: () => <p>The part</p> };
      });
      const app = draw(<Part />, fakeServer({}));
      await vi.waitUntil(() => app.said.value !== "", { timeout: 10_000, interval: 20 });
      expect(app.said.value).toBe("This page could not be loaded");
      isOnline = true;
      draw(<Part />, fakeServer({}));
      await until(() => text() === "The part");
    },
  );
});
