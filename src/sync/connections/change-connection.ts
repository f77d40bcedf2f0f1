import {
  planChange,
  type ChangeActivity,
  type ChangeableConnection,
  type PlannedChange,
  type WantedChange,
} from "../../domain/connections/plan-change";
import type { Facts } from "../../domain/facts";
import type { LedgerApi } from "../ledger-api";
import { saveVersioned } from "../save-versioned";

interface FollowDeps {
  ledger: Pick<LedgerApi, "setActive" | "releaseOrders" | "rereadProducts">;
  record(kind: ChangeActivity["kind"], facts: Facts): Promise<void>;
}

export interface PauseDeps extends FollowDeps {
  save(change: PlannedChange<object>["change"]): Promise<void>;
}

/** A connection as it stands, with the version of what a merchant sets for it. */
export interface StandingConnection<Settings> extends ChangeableConnection<Settings> {
  version: number;
}

export interface SaveSettingsDeps<Settings> extends FollowDeps {
  read(): Promise<StandingConnection<Settings>>;
  /**
   * What was sent of fields that are the channel's by the rules that stand is not known any more. Before the rules
   * change: a push in between still goes by those that stand, and keeps nothing of such a field.
   */
  forgetKept(): Promise<void>;
  /** False where another version stands. Throws SyncError("merchant", "connection.name_taken"). */
  saveOver(version: number, change: PlannedChange<Settings>["change"]): Promise<boolean>;
}

/** Pauses or resumes a connection, lets the ledger follow and records it. Throws what `planChange` throws. */
export async function pauseConnection(
  deps: PauseDeps,
  current: ChangeableConnection<object>,
  isPaused: boolean,
): Promise<void> {
  const planned = planChange(current, { isPaused });
  await deps.save(planned.change);
  await follow(deps, planned);
}

/**
 * Saves name, warehouse and settings over the version the merchant saw, and tries held orders again under
 * them. Throws what `planChange` and `saveVersioned` throw.
 */
export async function saveSettings<Settings extends object>(
  deps: SaveSettingsDeps<Settings>,
  seenVersion: number,
  wanted: Omit<WantedChange<Settings>, "isPaused">,
): Promise<void> {
  const read = async () => {
    const standing = await deps.read();
    return { version: standing.version, values: fieldsOf(standing), standing };
  };
  if (wanted.settings && "syncRules" in wanted.settings) await deps.forgetKept();
  const { standing } = await saveVersioned(
    {
      read,
      write: ({ version, standing: over }) =>
        deps.saveOver(version, planChange(over, wanted).change),
    },
    seenVersion,
    fieldsOf(wanted),
  );
  await follow(deps, planChange(standing, wanted));
}

/** Name, warehouse and settings side by side, under the names a conflict is told by. */
function fieldsOf({ name, warehouseId, settings }: Omit<WantedChange<object>, "isPaused">) {
  return {
    ...(name === undefined ? {} : { name }),
    ...(warehouseId === undefined ? {} : { warehouseId }),
    ...settings,
  };
}

async function follow(
  { ledger, record }: FollowDeps,
  { setActive, releasesOrders, rereadsProducts, activities }: PlannedChange<object>,
): Promise<void> {
  if (setActive !== undefined) await ledger.setActive(setActive);
  if (rereadsProducts) await ledger.rereadProducts();
  if (releasesOrders) await ledger.releaseOrders();
  for (const { kind, facts } of activities) await record(kind, facts);
}
