import { useMemo } from "preact/hooks";
import { describe, expect, it } from "vitest";
import type { TaskDetail } from "../../../src/contract/tasks";
import {
  ConnectionContext,
  ConnectionModel,
  type OpenConnection,
} from "../../../web/connections/connection";
import Task from "../../../web/tasks/task-page";
import { TaskLine } from "../../../web/tasks/task-line";
import { inConnection } from "../support/in-connection";
import { button, draw, fakeServer, text, until, type FakeAnswers } from "../support/render";

const task: TaskDetail = {
  id: "t1",
  kind: "change-listing-state",
  state: "unconfirmed",
  total: 92,
  counts: { done: 0, failed: 0, skipped: 4 },
  problem: null,
  startedBy: "Ada",
  createdAt: 1,
  finishedAt: null,
  confirmBy: 2,
  action: "deactivate",
  items: [
    {
      key: "7",
      label: "Mug",
      state: "waiting",
      reasons: [],
      before: { status: "live" },
      after: { status: "paused" },
    },
  ],
  next: null,
};

/** The page of task t1 in a connection whose own reading fails. */
function Page() {
  const offline = { code: "network.offline", facts: {} };
  const open = useMemo((): OpenConnection => {
    const model = new ConnectionModel(
      {
        call: async () => ({ ok: false, status: 0, error: offline }),
        post: async () => ({ ok: true, value: null }),
      },
      "c",
    );
    return { id: "c", base: "/connections/c", model, detail: model.detail };
  }, []);
  return (
    <ConnectionContext.Provider value={open}>
      <Task params={{ taskId: "t1" }} />
    </ConnectionContext.Provider>
  );
}

const READ = "GET /api/connections/:id/tasks/:taskId";

function drawTask(answers: FakeAnswers) {
  const prepared: FakeAnswers = { [READ]: task, ...answers };
  const server = fakeServer(prepared);
  draw(<Page />, server, "/connections/c/tasks/t1");
  const posts = () => server.calls.flatMap(({ method, path }) => (method === "POST" ? path : []));
  return { prepared, posts };
}

it("says of a deletion that waits to be confirmed what it is", async () => {
  // Whatever page or filter of the list is in view.
  drawTask({ [READ]: { ...task, action: "delete", items: [] } });
  await until(() => text().includes("88 listings are deleted from TikTok Shop for good"));
  expect(button("Delete 88").className).toContain("danger");
});

describe("the heading of a task", () => {
  const heading = () => document.querySelector("h1");

  it("is the kind at once where the link that led there told it", async () => {
    const server = fakeServer({ [READ]: task });
    draw(inConnection(<TaskLine task={task} base="/connections/c" />, server), server);
    drawTask({});
    expect(heading()?.textContent).toBe("Change status of products");
  });

  it("has the shape of one where nobody told it, and no other words than 'Task'", async () => {
    const server = fakeServer({ [READ]: { ...task, id: "t9" } });
    draw(inConnection(<Task params={{ taskId: "t9" }} />, server), server);
    expect(heading()?.textContent).toBe("Task");
    expect(heading()?.querySelector(".skeleton-line")).toBeTruthy();
    await until(() => heading()?.textContent === "Change status of products");
  });
});

describe("a task that waits for a confirmation", () => {
  it("says how many products it is about, what of each, and that nothing was done", async () => {
    drawTask({});
    await until(() => text().includes("Live → Deactivated") && text().includes("88 products"));
    for (const shown of ["88 products", "Nothing has been done yet", "Live → Deactivated"])
      expect(text()).toContain(shown);
    expect(text()).toContain("Waits for confirmation");
    expect(text()).not.toContain("Retry failed");
  });

  it("is confirmed by a button, and the page follows it from then on", async () => {
    const running: TaskDetail = { ...task, state: "running", confirmBy: null };
    const { prepared, posts } = drawTask({
      "POST /api/connections/:id/tasks/:taskId/confirm": running,
    });
    await until(() => text().includes("Confirm 88"));
    prepared[READ] = running;
    button("Confirm 88").click();
    await until(() => text().includes("Running"));
    expect(posts()).toEqual(["/api/connections/c/tasks/t1/confirm"]);
    expect(text()).not.toContain("Nothing has been done yet");
  });

  it("shows what became of it when another tab was first", async () => {
    const { prepared } = drawTask({
      "POST /api/connections/:id/tasks/:taskId/confirm": {
        status: 409,
        error: { code: "task.not_unconfirmed", facts: {} },
      },
    });
    await until(() => text().includes("Confirm 88"));
    prepared[READ] = { ...task, state: "cancelled", confirmBy: null, finishedAt: 3 };
    button("Confirm 88").click();
    await until(() => text().includes("Cancelled"));
    expect(text()).toContain("no longer waits for a confirmation");
  });
});
