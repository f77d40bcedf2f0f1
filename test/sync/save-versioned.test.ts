import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { asSyncError } from "../../src/domain/errors/sync-error";
import { saveAccount } from "../../src/sync/accounts/save-account";
import { saveVersioned } from "../../src/sync/save-versioned";

const FIELDS = ["holdBack", "orderMoney", "carrierMap"] as const;
type Values = Partial<Record<(typeof FIELDS)[number], number>>;

/** A row as the database keeps it: what it holds, and one write that checks the version. */
function row() {
  let state = { version: 0, values: {} as Values };
  const written: { over: number; patch: Values }[] = [];
  const store = (wait: () => Promise<void>, patch: Values) => ({
    async read() {
      const read = { version: state.version, values: { ...state.values } };
      await wait();
      return read;
    },
    async write(over: { version: number; values: Values }) {
      await wait();
      if (state.version !== over.version) return false;
      written.push({ over: over.version, patch });
      state = { version: over.version + 1, values: { ...over.values, ...patch } };
      await wait();
      return true;
    },
  });
  return { store, written, standing: () => state };
}

type Store = ReturnType<ReturnType<typeof row>["store"]>;

/** By the rule itself, and by the uses of it that rest on the same row. */
const SAVES = {
  "a row": async (store: Store, seenVersion: number, patch: Values) => {
    expect((await saveVersioned(store, seenVersion, patch)).version).toBe(seenVersion);
  },
  "an account": (store: Store, seenVersion: number, settings: Values) =>
    saveAccount<Values>(
      {
        read: async () => {
          const { version, values } = await store.read();
          return { version, name: "Oak", settings: values };
        },
        saveOver: async (version, change) => {
          const values = change.settings ?? {};
          return store.write({ version, values });
        },
        record: async () => {},
      },
      seenVersion,
      { settings },
    ),
};

const patches = fc.array(
  fc.dictionary(fc.constantFrom(...FIELDS), fc.integer(), { minKeys: 1, noNullPrototype: true }),
  { minLength: 1, maxLength: 8 },
);

describe("a save of what a person saw", () => {
  it.each(Object.entries(SAVES))(
    "of %s is never lost and never writes over what its person did not see, in any order",
    (_, save) =>
      fc.assert(
        fc.asyncProperty(fc.scheduler(), patches, async (scheduler, changes) => {
          const { store, written, standing } = row();
          const wait = () => scheduler.schedule(Promise.resolve());
          const refused: object[] = [];
          const people = changes.map(async (patch, person) => {
            await wait();
            const seen = standing().version;
            await wait();
            try {
              await save(store(wait, patch), seen, patch);
            } catch (caught) {
              const { code, conflict } = asSyncError(caught);
              expect(code).toBe("settings.changed_meanwhile");
              expect(conflict?.version).toBeGreaterThan(seen);
              expect(conflict?.yours).toEqual(patch);
              expect(Object.keys(conflict?.current ?? {})).toEqual(Object.keys(patch));
              refused.push({ person });
            }
          });
          await scheduler.waitFor(Promise.all(people));
          expect(written.length + refused.length).toBe(changes.length);
          expect(written.map(({ over }) => over)).toEqual(written.map((_, index) => index));
          expect(standing().values).toEqual(
            Object.assign({}, ...written.map(({ patch }) => patch)),
          );
        }),
      ),
  );

  it("that comes late is told both values of each of its fields", async () => {
    const { store } = row();
    const now = async () => {};
    await saveVersioned(store(now, { holdBack: 3 }), 0, { holdBack: 3 });
    const late = { holdBack: 5, orderMoney: 1 };
    const refused = await saveVersioned(store(now, late), 0, late).catch(asSyncError);
    expect(refused).toMatchObject({
      remedy: "merchant",
      code: "settings.changed_meanwhile",
      facts: { fields: ["holdBack", "orderMoney"] },
      conflict: { version: 1, yours: late, current: { holdBack: 3, orderMoney: null } },
    });
  });
});
