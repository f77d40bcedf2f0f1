import { describe, expect, it } from "vitest";
import { SyncError } from "../../src/domain/errors/sync-error";
import { fromReply, toReply } from "../../src/ledger/reply";

/** What structured cloning leaves of a reply on its way between two objects. */
const cross = async <T>(reply: Promise<T>): Promise<T> => structuredClone(await reply);

describe("a reply of the ledger", () => {
  it("brings a value, and none, to the caller", async () => {
    expect(await fromReply(cross(toReply(Promise.resolve(7))))).toBe(7);
    expect(await fromReply(cross(toReply(Promise.resolve(undefined))))).toBeUndefined();
  });

  it("carries a refusal as data and is thrown at the caller as the error it was", async () => {
    const refused = new SyncError("reconnect", "channel.authorization_missing", { limit: 3 });
    const reply = await cross(toReply(Promise.reject(refused)));
    const caught = await fromReply(Promise.resolve(reply)).catch((error: unknown) => error);
    expect(caught).toBeInstanceOf(SyncError);
    expect(caught).toMatchObject({
      remedy: "reconnect",
      code: "channel.authorization_missing",
      facts: { limit: 3 },
    });
  });

  it("does not carry a defect: it is thrown, so that the platform reports it", async () => {
    const defect = new TypeError("x is undefined");
    await expect(toReply(Promise.reject(defect))).rejects.toBe(defect);
    await expect(fromReply(Promise.reject(defect))).rejects.toMatchObject({ remedy: "defect" });
    const known = new SyncError("defect", "ledger.without_name");
    await expect(toReply(Promise.reject(known))).rejects.toBe(known);
  });
});
