/** What a merchant's change of a connection comes to. Pure; throws what the merchant did wrong. */
import { SyncError } from "../errors/sync-error";
import type { Facts } from "../facts";

export type ConnectionState = "setup" | "active" | "paused" | "disconnected";

export interface ChangeableConnection<Settings> {
  name: string;
  state: ConnectionState;
  settings: Settings;
  /** Ids of the channel's warehouses as last read. */
  warehouseIds: readonly string[];
}

export interface WantedChange<Settings> {
  name?: string | undefined;
  isPaused?: boolean | undefined;
  warehouseId?: string | undefined;
  /** Fields left out stay as they are. */
  settings?: Partial<Settings> | undefined;
}

export interface PlannedChange<Settings> {
  /** What is written; empty fields stay. */
  change: {
    name?: string;
    state?: ConnectionState;
    warehouseId?: string;
    settings?: Settings;
  };
  /** The connection was paused (false) or resumed (true). */
  setActive?: boolean;
  /** Held orders are tried again under the new settings. */
  releasesOrders: boolean;
  /** What is recorded in the activity, by its stable kind. */
  activities: { kind: string; facts: Facts }[];
}

/**
 * Throws SyncError("merchant", "connection.not_active" | "connection.warehouse_unknown").
 */
export function planChange<Settings extends object>(
  current: ChangeableConnection<Settings>,
  wanted: WantedChange<Settings>,
): PlannedChange<Settings> {
  const { name, warehouseId, settings } = wanted;
  const state = wanted.isPaused === undefined ? undefined : pausedState(current, wanted.isPaused);
  if (warehouseId !== undefined && !current.warehouseIds.includes(warehouseId))
    throw new SyncError("merchant", "connection.warehouse_unknown");
  const isMoved = state !== undefined && state !== current.state;
  const isLive = (state ?? current.state) === "active";
  return {
    change: {
      ...(name === undefined ? {} : { name }),
      ...(state === undefined ? {} : { state }),
      ...(settings ? { settings: { ...current.settings, ...settings } } : {}),
      ...(warehouseId === undefined ? {} : { warehouseId }),
    },
    ...(isMoved ? { setActive: state === "active" } : {}),
    releasesOrders: isLive && (settings !== undefined || warehouseId !== undefined),
    activities: [
      ...(name !== undefined && name !== current.name
        ? [{ kind: "connection.renamed", facts: { from: current.name, to: name } }]
        : []),
      ...(isMoved
        ? [{ kind: state === "paused" ? "connection.paused" : "connection.resumed", facts: {} }]
        : []),
      ...(settings
        ? [
            {
              kind: "connection.settings_changed",
              facts: { fields: Object.keys(settings).join(", ") },
            },
          ]
        : []),
      ...(warehouseId === undefined
        ? []
        : [{ kind: "connection.warehouse_chosen", facts: { warehouse: warehouseId } }]),
    ],
  };
}

/** Only what runs can be paused; a revoked authorisation is not undone by a switch. */
function pausedState({ state }: { state: ConnectionState }, isPaused: boolean): ConnectionState {
  if (state !== "active" && state !== "paused")
    throw new SyncError("merchant", "connection.not_active", { state });
  return isPaused ? "paused" : "active";
}
