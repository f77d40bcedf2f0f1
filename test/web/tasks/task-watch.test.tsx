import { useSignal } from "@preact/signals";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { TaskDetail } from "../../../src/contract/tasks";
// Or it would be fetched in fake time.
import "../../../web/tasks/task-watch";
import { useTaskWatch, WatchedTask } from "../../../web/tasks/use-task-watch";
import { inConnection } from "../support/in-connection";
import {
  button,
  clear,
  draw,
  endFakeTime,
  fakeServer,
  text,
  type FakeAnswers,
} from "../support/render";

const READ = "GET /api/connections/:id/tasks/:taskId";
const running: TaskDetail = {
  id: "t1",
  kind: "push-products",
  state: "running",
  total: 3,
  counts: { done: 1 },
  problem: null,
  startedBy: "Ada",
  createdAt: 1,
  finishedAt: null,
  confirmBy: null,
  action: null,
  items: [],
  next: null,
};
const ended: TaskDetail = { ...running, state: "completed", counts: { done: 3 }, finishedAt: 9 };
const down = (status: number, code = "weft.defect") => ({ status, error: { code, facts: {} } });

function Page() {
  const watching = useTaskWatch();
  const progress = useSignal(0);
  return (
    <>
      <button type="button" onClick={() => watching.watch("t1")}>
        Push
      </button>
      <p>
        {watching.isRunning.value ? "page changes" : "page rests"}, read {progress.value}
      </p>
      <WatchedTask watching={watching} onProgress={() => void (progress.value += 1)} />
    </>
  );
}

/** Lets drawings, effects and calls go through, and time pass. */
const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms);

async function watch(first: FakeAnswers[typeof READ]) {
  const answers: FakeAnswers = { [READ]: first };
  const server = fakeServer(answers);
  const app = draw(inConnection(<Page />, server), server, "/connections/c/products");
  const said: string[] = [];
  vi.spyOn(app, "say").mockImplementation((text) => void said.push(text));
  await pass(100);
  button("Push").click();
  await pass(300);
  const reads = () => server.calls.length;
  return { answers, said, reads };
}

beforeEach(() => void vi.useFakeTimers({ shouldAdvanceTime: true }));
afterEach(async () => {
  clear();
  await endFakeTime();
  vi.restoreAllMocks();
});

describe("a task that was just started", () => {
  it.each([503, 429, 500])(
    "is followed to its end where its first read failed: %i",
    async (status) => {
      const { answers, said } = await watch(down(status));
      expect(text()).toContain("Try again");
      expect(text()).toContain("page changes");
      answers[READ] = running;
      await pass(5_000);
      expect(text()).toContain("Push");
      expect(text()).not.toContain("Try again");
      answers[READ] = ended;
      await pass(5_000);
      expect(text()).toContain("page rests");
      expect(said).toHaveLength(1);
    },
  );

  it("keeps what was known last where a later read fails, and says so", async () => {
    const { answers, said } = await watch(running);
    answers[READ] = down(503);
    await pass(5_000);
    expect(text()).toContain("Running");
    expect(text()).toContain("Try again");
    answers[READ] = ended;
    await pass(35_000);
    expect(text()).toContain("page rests");
    expect(said).toHaveLength(1);
  });

  it("is asked for no more once it is gone, and nobody is told that it ended", async () => {
    const { said, reads } = await watch(down(404, "task.not_found"));
    expect(text()).toContain("page rests");
    const before = reads();
    await pass(60_000);
    expect(reads()).toBe(before);
    expect(said).toEqual([]);
    button("Dismiss").click();
    await pass(100);
    expect(text()).not.toContain("Dismiss");
  });
});
