import { describe, expect, it } from "vitest";
import { env } from "cloudflare:workers";
import { compose } from "../../../src/compose";
import { SyncError } from "../../../src/domain/errors/sync-error";

describe("the client of a ledger", () => {
  it("throws what is refused inside as a SyncError, so that it says who must act", async () => {
    const services = compose(env);
    const refused = await services
      .ledger("con_absent")
      .freshAccess()
      .catch((caught: unknown) => caught);
    expect(refused).toBeInstanceOf(SyncError);
    expect(refused).toMatchObject({ remedy: "merchant", code: "connection.not_found" });
  });
});
