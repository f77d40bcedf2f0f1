import { expect, it } from "vitest";
import type { Result } from "../../../web/api/client";
import { useSubmission, type Submission } from "../../../web/data/submission";
import { draw, fakeServer, until } from "../support/render";

const refused: Result<null> = { ok: false, status: 422, error: { code: "no", facts: {} } };
const done: Result<null> = { ok: true, value: null };

/** A submission, and calls that are answered when the test says so. */
async function drawSubmission() {
  const held: { name: string; answer: (result: Result<null>) => void }[] = [];
  let submission: Submission | undefined;
  const Page = () => {
    submission = useSubmission();
    return null;
  };
  draw(<Page />, fakeServer({}));
  await until(() => submission !== undefined);
  const { send, isBusy, refusal } = submission as Submission;
  const act = (name: string) => send(() => new Promise((answer) => held.push({ name, answer })));
  return { act, held, isBusy, refusal };
}

it("drops no act: each waits for the one before it, and busy lasts to the last", async () => {
  const { act, held, isBusy } = await drawSubmission();
  const sent = [act("one"), act("two")];
  await until(() => held.length > 0);
  expect(held.map(({ name }) => name)).toEqual(["one"]);
  held[0]?.answer(done);
  await until(() => held.length === 2);
  expect(isBusy.value).toBe(true);
  held[1]?.answer(done);
  expect(await Promise.all(sent)).toEqual([true, true]);
  expect(isBusy.value).toBe(false);
});

it("keeps the refusal of one act beside another that went through, until the next one", async () => {
  const { act, held, refusal } = await drawSubmission();
  const sent = [act("one"), act("two")];
  await until(() => held.length === 1);
  held[0]?.answer(refused);
  await until(() => held.length === 2);
  held[1]?.answer(done);
  expect(await Promise.all(sent)).toEqual([false, true]);
  expect(refusal.value?.code).toBe("no");
  void act("three");
  expect(refusal.value).toBe(null);
});

it("goes on after an act that threw", async () => {
  const { act, held, isBusy } = await drawSubmission();
  const broken = act("one");
  await until(() => held.length === 1);
  held[0]?.answer(Promise.reject(new Error("broken")) as never);
  await expect(broken).rejects.toThrow("broken");
  expect(isBusy.value).toBe(false);
  const next = act("two");
  await until(() => held.length === 2);
  held[1]?.answer(done);
  expect(await next).toBe(true);
});
