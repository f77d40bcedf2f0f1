import { Route, Router, useLocation } from "preact-iso/router";
import { afterEach, describe, expect, it, vi } from "vitest";
import { lazy } from "../../../web/shell/lazy";
import { isOutdated, loadChunk } from "../../../web/shell/load-chunk";
import { button, draw, fakeServer, text } from "../support/render";

const noWait = async () => {};
const page = { default: () => <p>The page itself</p> };
const SLOW = { timeout: 10_000, interval: 20 };
/** A part is asked for three times before it counts as failed. */
const PATIENT_MS = 30_000;

afterEach(() => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

/** The script of the build that runs, which the document of the tests would try to load. */
function runsAs(src: string): void {
  const script = { getAttribute: () => src } as unknown as Element;
  const find = document.querySelector.bind(document);
  vi.spyOn(document, "querySelector").mockImplementation((selector: string) =>
    selector.startsWith("script") ? script : find(selector),
  );
}

function drawPages(load: () => Promise<typeof page>) {
  const Late = lazy(load);
  const Go = () => {
    const { route } = useLocation();
    return (
      <>
        <button onClick={() => route("/late")}>late</button>
        <button onClick={() => route("/")}>first</button>
      </>
    );
  };
  draw(
    <>
      <Go />
      <Router>
        <Route path="/" component={() => <p>The first page</p>} />
        <Route path="/late" component={Late} />
      </Router>
    </>,
    fakeServer({}),
  );
}

describe("a part of the app that is loaded late", () => {
  it("is asked for again when its request breaks off", async () => {
    let calls = 0;
    const load = async () => {
      calls += 1;
      if (calls < 3) throw new TypeError("Failed to fetch");
      return page;
    };
    expect(await loadChunk(load, noWait)).toBe(page);
  });

  it("rejects when it does not come at all", async () => {
    await expect(loadChunk(() => Promise.reject(new Error("gone")), noWait)).rejects.toThrow(
      "gone",
    );
  });

  it(
    "says that it could not be loaded, and comes at the next try",
    async () => {
      vi.stubGlobal("fetch", () => Promise.reject(new TypeError("offline")));
      let isOnline = false;
      drawPages(async () => {
        if (!isOnline) throw new TypeError("Failed to fetch");
        return page;
      });
      button("late").click();
      await vi.waitUntil(() => text().includes("This page could not be loaded"), SLOW);
      expect(text()).not.toContain("The first page");
      expect(button("Reload")).toBeTruthy();
      isOnline = true;
      button("Try again").click();
      await vi.waitUntil(() => text().includes("The page itself"), SLOW);
    },
    PATIENT_MS,
  );

  it(
    "tries anew at the next visit by itself",
    async () => {
      vi.stubGlobal("fetch", () => Promise.reject(new TypeError("offline")));
      let isOnline = false;
      drawPages(async () => {
        if (!isOnline) throw new TypeError("Failed to fetch");
        return page;
      });
      button("late").click();
      await vi.waitUntil(() => text().includes("This page could not be loaded"), SLOW);
      button("first").click();
      await vi.waitUntil(() => text().includes("The first page"), SLOW);
      isOnline = true;
      button("late").click();
      await vi.waitUntil(() => text().includes("The page itself"), SLOW);
    },
    PATIENT_MS,
  );

  it(
    "says that a new version is ready when the server serves another build",
    async () => {
      vi.stubGlobal("fetch", async () => new Response('<script src="/assets/new.js">'));
      runsAs("/assets/old.js");
      drawPages(() => Promise.reject(new TypeError("404")));
      button("late").click();
      await vi.waitUntil(() => text().includes("A new version is ready"), SLOW);
    },
    PATIENT_MS,
  );

  it("is not taken for outdated while the server serves the same build", async () => {
    runsAs("/assets/old.js");
    const same = async () => new Response('<script src="/assets/old.js">');
    expect(await isOutdated(same as typeof fetch)).toBe(false);
  });
});
