/** A store is somebody else's machine: what it answers is read and parsed within bounds. */
import { describe, expect, it } from "vitest";
import { prestashop } from "../../../src/platforms/prestashop/manifest";
import { failureOf } from "../../support/failure-of";
import { RESTING_DEPS } from "../../support/platform-deps";

const MB = 1024 * 1024;
const MOST_CPU_MS = 100;
const headers = { "psws-version": "8.2.1" };

/** A store that answers everything with `unit` for 22 MB, and how much of it was taken. */
function hostile(head: string, unit: string, status: number) {
  const piece = new TextEncoder().encode(unit.repeat(Math.ceil((64 * 1024) / unit.length)));
  let taken = 0;
  const body = () =>
    new ReadableStream<Uint8Array>(
      {
        start: (controller) => controller.enqueue(new TextEncoder().encode(head)),
        pull(controller) {
          taken += piece.length;
          if (taken > 22 * MB) controller.close();
          else controller.enqueue(piece);
        },
      },
      { highWaterMark: 0 },
    );
  const deps = {
    ...RESTING_DEPS,
    fetch: async () => new Response(body(), { status, headers }),
  };
  const session = prestashop.open({ url: "https://shop.example", key: "K" }, deps);
  return { session, taken: () => taken };
}

const ANSWERS: [string, string, string][] = [
  ["elements", `<?xml version="1.0"?><prestashop>`, "<a>1</a>"],
  ["errors", `<?xml version="1.0"?><prestashop><errors>`, "<error><code>1</code></error>"],
  ["open errors", "<prestashop><errors>", "<error>"],
  ["rows", `{"configurations":[`, `{"a":1},`],
  ["brackets", `{"errors":`, "["],
  ["quotes", `{"errors":"`, `\\"`],
  ["spaces", "{", " "],
  ["noise", "x", "{ [ "],
];

describe.each([200, 404, 500])("22 MB of a hostile store with status %i", (status) => {
  it.each(ANSWERS)("cost little, made of %s", async (_, head, unit) => {
    const calls = ["checkAccess", "readStore", "listCarriers"] as const;
    for (const call of calls) {
      const { session, taken } = hostile(head, unit, status);
      const before = process.cpuUsage();
      const error = await failureOf(session[call]());
      const { user, system } = process.cpuUsage(before);
      expect(error.code).toMatch(/^prestashop\./);
      expect((user + system) / 1000).toBeLessThan(MOST_CPU_MS);
      expect(taken()).toBeLessThan(4 * MB);
    }
  });
});

describe("an answer within the bounds", () => {
  const answer = (body: string, status = 200) =>
    prestashop.open(
      { url: "https://shop.example", key: "K" },
      { ...RESTING_DEPS, fetch: async () => new Response(body, { status, headers }) },
    );

  it.each([200, 404, 500])(
    "that ends early costs little as well, with status %i",
    async (status) => {
      for (const [, head, unit] of ANSWERS) {
        const before = process.cpuUsage();
        const body = head + unit.repeat(Math.floor((250 * 1024) / unit.length));
        await failureOf(answer(body, status).checkAccess());
        const { user, system } = process.cpuUsage(before);
        expect((user + system) / 1000).toBeLessThan(MOST_CPU_MS);
      }
    },
  );

  it("names the store's errors in both languages", async () => {
    const json = JSON.stringify({ errors: [{ code: 26, message: "not allowed" }] });
    const xml = `<?xml version="1.0"?><prestashop><errors><error><code><![CDATA[26]]></code><message><![CDATA[not allowed]]></message></error></errors></prestashop>`;
    for (const body of [json, xml])
      expect(await failureOf(answer(body, 401).listCarriers())).toMatchObject({
        code: "prestashop.permission_missing",
      });
  });
});
