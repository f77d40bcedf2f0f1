import { describe, expect, it } from "vitest";
import type { Finding, Verdict } from "../../../src/domain/health/finding";
import { checkConnection, type CheckDeps } from "../../../src/sync/health/check-connection";

function check(verdict: Verdict, believedModule: string | null, code = "") {
  const done: string[] = [];
  const finding: Finding = { check: "module.version", verdict, facts: {} };
  const waiting = code ? [{ orderId: "1", code, since: 1 }] : [];
  const deps: CheckDeps = {
    checks: { source: [], channel: [] },
    openSource: async () => ({ examine: async () => [finding] }),
    openChannel: async () => ({ examine: async () => [] }),
    asked: { source: { moduleVersion: "0.3.0" }, channel: {} as CheckDeps["asked"]["channel"] },
    hasPackageDefaults: true,
    wasReceived: async () => true,
    notifyDone: async () => {},
    requests: () => 0,
    now: () => 1,
    readFlow: async () => ({ waiting, silentUntil: { source: null, channel: null } }),
    renewStore: async () => {},
    believedModule,
    foundModule: async () => void done.push("found"),
    save: async () => void done.push("saved"),
  };
  return checkConnection(deps).then(({ findings }) => ({ done, findings }));
}

describe("a health check", () => {
  it.each<[Verdict, string | null, string[]]>([
    ["pass", null, ["saved", "found"]],
    ["warn", null, ["saved", "found"]],
    ["skipped", null, ["saved"]],
    ["pass", "0.3.0", ["saved"]],
  ])("that sees the module %s ends the belief that it is %j", async (verdict, believed, done) => {
    expect((await check(verdict, believed)).done).toEqual(done);
  });

  it("fails while a paid order waits", async () => {
    const { findings } = await check("pass", "0.3.0", "prestashop.blocked");
    expect(findings.find(({ verdict }) => verdict === "fail")).toMatchObject({
      check: "orders.waiting",
      facts: { count: 1, code: "prestashop.blocked" },
    });
  });
});
