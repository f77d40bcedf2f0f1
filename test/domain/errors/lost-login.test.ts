import { describe, expect, it } from "vitest";
import { isLostLogin } from "../../../src/domain/errors/classify-code";
import { SyncError } from "../../../src/domain/errors/sync-error";
import { endsRound, judgeJobFailure } from "../../../src/domain/tasks/job-retry";

describe("a refused login", () => {
  const refused = new SyncError("reconnect", "prestashop.key_invalid");
  const byFirewall = new SyncError("reconnect", "prestashop.key_invalid", { mayPass: true });

  it("ends the work of a task where the store itself refuses it", () => {
    expect(isLostLogin(refused)).toBe(true);
    expect(endsRound(refused)).toBe(true);
    expect(judgeJobFailure(refused, 1, () => 0.5)).toBeNull();
  });

  it("is tried again where a firewall may have said it", () => {
    expect(isLostLogin(byFirewall)).toBe(false);
    expect(endsRound(byFirewall)).toBe(false);
    expect(judgeJobFailure(byFirewall, 1, () => 0.5)).toMatchObject({ isForBudget: false });
  });
});
