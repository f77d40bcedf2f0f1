import { describe, expect, it } from "vitest";
import { SyncError } from "../../../src/domain/errors/sync-error";
import { readChoices, type KnownChoices } from "../../../src/sync/connections/known-choices";

const NOW = 1_000_000;

function store(kept?: KnownChoices<string>, read: () => Promise<string> = async () => "new") {
  const state = { kept, behind: [] as Promise<unknown>[], reads: 0 };
  const answer = () =>
    readChoices<string>({
      find: async () => state.kept,
      save: async (known) => void (state.kept = known),
      read: () => {
        state.reads += 1;
        return read();
      },
      now: () => NOW,
      inBackground: (work) => void state.behind.push(work),
    });
  return { state, answer };
}

const noTurn = () => Promise.reject(new SyncError("retry", "budget.exhausted"));
const old = { value: "old", readAt: NOW - 60_000 };

describe("what a store offers to choose from", () => {
  it("is answered as known, and renewed behind", async () => {
    const { state, answer } = store(old);
    expect(await answer()).toEqual({ known: old, isRenewing: true });
    await Promise.all(state.behind);
    expect(await answer()).toEqual({ known: { value: "new", readAt: NOW }, isRenewing: false });
    expect(state.reads).toBe(1);
  });

  it("stays known while the store gives no turn or does not answer", async () => {
    const { state, answer } = store(old, noTurn);
    await answer();
    await Promise.all(state.behind);
    expect(await answer()).toEqual({ known: old, isRenewing: true });
  });

  it("is awaited without an error where nothing is known and the store gives no turn", async () => {
    expect(await store(undefined, noTurn).answer()).toEqual({ known: null, isRenewing: true });
  });

  it("is read at once where nothing is known", async () => {
    const known = { value: "new", readAt: NOW };
    expect(await store().answer()).toEqual({ known, isRenewing: false });
  });

  it("says why a first reading failed for another reason", async () => {
    const refused = () => Promise.reject(new SyncError("merchant", "prestashop.key_invalid"));
    await expect(store(undefined, refused).answer()).rejects.toThrow("prestashop.key_invalid");
  });
});
