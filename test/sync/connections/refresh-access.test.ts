import { describe, expect, it } from "vitest";
import { SyncError } from "../../../src/domain/errors/sync-error";
import type { ChannelTokens } from "../../../src/platforms/channel";
import { freshAccess, type FreshAccessDeps } from "../../../src/sync/connections/refresh-access";

const NOW = 1_700_000_000_000;
const MINUTE = 60_000;

const tokens = (accessToken: string, accessExpiresAt = NOW + 60 * MINUTE): ChannelTokens => ({
  accessToken,
  accessExpiresAt,
  refreshToken: `refresh of ${accessToken}`,
  refreshExpiresAt: NOW + 1e9,
  sellerName: "",
  openId: "",
  scopes: [],
});

function vault(first: ChannelTokens | undefined, answer: ChannelTokens | SyncError) {
  const state = { stored: first, version: 1, refreshed: [] as string[], revoked: [] as string[] };
  const deps = {
    now: () => NOW,
    readTokens: async () => state.stored && { tokens: state.stored, version: state.version },
    async refreshTokens(refreshToken) {
      state.refreshed.push(refreshToken);
      if (answer instanceof SyncError) throw answer;
      return answer;
    },
    async storeTokens(renewed, replaced) {
      if (replaced !== state.version) return false;
      state.stored = renewed;
      state.version += 1;
      return true;
    },
    async reportRevoked(error) {
      state.revoked.push(error.code);
    },
  } satisfies FreshAccessDeps;
  return { state, deps };
}

describe("fresh access", () => {
  it("answers the stored token while it lives longer than ten minutes", async () => {
    const { deps, state } = vault(tokens("a", NOW + 11 * MINUTE), tokens("b"));
    expect(await freshAccess(deps)).toBe("a");
    expect(state.refreshed).toEqual([]);
  });

  it("refreshes ahead of the end, and stores the new refresh token", async () => {
    const { deps, state } = vault(tokens("a", NOW + 9 * MINUTE), tokens("b"));
    expect(await freshAccess(deps)).toBe("b");
    expect(state.refreshed).toEqual(["refresh of a"]);
    expect(state.stored?.refreshToken).toBe("refresh of b");
  });

  it("refreshes a token that was just refused, however long it should have lived", async () => {
    const { deps } = vault(tokens("a"), tokens("b"));
    expect(await freshAccess(deps, "a")).toBe("b");
  });

  it("does not refresh again for a caller whose refused token was replaced meanwhile", async () => {
    const { deps, state } = vault(tokens("b"), tokens("c"));
    expect(await freshAccess(deps, "a")).toBe("b");
    expect(state.refreshed).toEqual([]);
  });

  it("ends no consent for an answer that calls an access token expired", async () => {
    const odd = new SyncError("reconnect", "tiktok.token_expired");
    const { deps, state } = vault(tokens("a"), odd);
    await expect(freshAccess(deps, "a")).rejects.toMatchObject({ remedy: "retry" });
    expect(state.revoked).toEqual([]);
  });

  it("follows the tokens somebody else stored during the refresh", async () => {
    const { deps, state } = vault(tokens("a", NOW), tokens("b"));
    const racing: FreshAccessDeps = {
      ...deps,
      async refreshTokens(text) {
        state.stored = tokens("newer");
        state.version += 1;
        return deps.refreshTokens(text);
      },
    };
    expect(await freshAccess(racing)).toBe("newer");
  });

  it("reports the end of the authorisation once the platform says so", async () => {
    const error = new SyncError("reconnect", "tiktok.refresh_token_invalid");
    const { deps, state } = vault(tokens("a", NOW), error);
    await expect(freshAccess(deps)).rejects.toBe(error);
    expect(state.revoked).toEqual(["tiktok.refresh_token_invalid"]);
  });

  it("does not take an authorisation given meanwhile for the one that has ended", async () => {
    const error = new SyncError("reconnect", "tiktok.refresh_token_invalid");
    const { deps, state } = vault(tokens("a", NOW), error);
    const racing: FreshAccessDeps = {
      ...deps,
      async refreshTokens(text) {
        state.stored = tokens("given anew");
        state.version += 1;
        return deps.refreshTokens(text);
      },
    };
    expect(await freshAccess(racing)).toBe("given anew");
    expect(state.revoked).toEqual([]);
  });

  it("goes on with a token that still lives while the token host is away", async () => {
    const { deps, state } = vault(
      tokens("a", NOW + 5 * MINUTE),
      new SyncError("retry", "tiktok.unavailable"),
    );
    expect(await freshAccess(deps)).toBe("a");
    await expect(freshAccess(deps, "a")).rejects.toMatchObject({ code: "tiktok.unavailable" });
    expect(state.revoked).toEqual([]);
  });

  it("says of an authorisation that was taken back that it was, and asks nobody", async () => {
    const { deps, state } = vault(tokens("a"), tokens("b"));
    const revoked = { ...deps, readTokens: async () => "revoked" as const };
    await expect(freshAccess(revoked)).rejects.toMatchObject({
      remedy: "reconnect",
      code: "channel.authorization_revoked",
    });
    expect(state.refreshed).toEqual([]);
  });

  it("asks to connect where there are no tokens", async () => {
    const { deps } = vault(undefined, tokens("b"));
    await expect(freshAccess(deps)).rejects.toMatchObject({
      remedy: "reconnect",
      code: "channel.authorization_missing",
    });
  });
});
