import { afterEach, beforeAll, beforeEach, expect, it, vi } from "vitest";
import FirstCheck from "../../../web/home/first-check";
import { withPart } from "../../../web/i18n/language";
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

const READ = "GET /api/connections/:id/check";
const RUN = "POST /api/connections/:id/check";
const down = { status: 503, error: { code: "weft.unexpected_answer", facts: { status: 503 } } };
const GOOD = { findings: [], checkedAt: 1, tookMs: 10, requests: 2 };
const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms);

async function drawFirst(answers: FakeAnswers) {
  const server = fakeServer(answers);
  draw(inConnection(<FirstCheck />, server), server, "/connections/c");
  await pass(300);
  return { answers, posts: () => server.calls.filter(({ method }) => method === "POST").length };
}

beforeAll(() => withPart("checks", Promise.resolve()));
beforeEach(() => void vi.useFakeTimers({ shouldAdvanceTime: true }));
afterEach(async () => {
  clear();
  await endFakeTime();
});

it("follows a first check whose answer was lost while it runs on", async () => {
  const { answers, posts } = await drawFirst({
    [RUN]: down,
    [READ]: { report: null, running: { startedAt: 1, done: [] } },
  });
  expect(text()).not.toContain("Try again");
  answers[READ] = { report: GOOD, running: null };
  await pass(2_000);
  expect(text()).toContain("Everything is in order");
  expect(posts()).toBe(1);
});

it("says why a first check could not begin, and begins it by one press", async () => {
  const { answers, posts } = await drawFirst({
    [RUN]: down,
    [READ]: { report: null, running: null },
  });
  expect(text()).toContain("Try again");
  answers[RUN] = { report: GOOD, running: null };
  button("Try again").click();
  await pass(300);
  expect(text()).toContain("Everything is in order");
  expect(posts()).toBe(2);
});
