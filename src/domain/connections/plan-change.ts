/** What a merchant's change of a connection comes to. Pure; throws what the merchant did wrong. */
import { SyncError } from "../errors/sync-error";
import type { Facts } from "../facts";
import { recordedChange } from "../recorded-change";

export type ConnectionState = "setup" | "active" | "paused" | "disconnected";

export interface ChangeableConnection<Settings> {
  name: string;
  state: ConnectionState;
  settings: Settings;
  warehouseId?: string | undefined;
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

/** What is recorded of a change, by its stable kind. */
export interface ChangeActivity {
  kind: `connection.${"renamed" | "paused" | "resumed" | "settings_changed" | "warehouse_chosen"}`;
  facts: Facts;
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
  /** Products are read for somebody else, in another currency or language. */
  rereadsProducts: boolean;
  activities: ChangeActivity[];
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
    rereadsProducts: READ_BY.some((name) => isChanged(current.settings, settings, name)),
    activities: activitiesOf(current, wanted, isMoved ? state : undefined),
  };
}

/** Settings that products are read by. */
const READ_BY = ["priceGroupId", "priceCurrency", "contentLanguageId"] as const;

function isChanged(before: object, wanted: object | undefined, name: string): boolean {
  const valueOf = (settings: object): unknown =>
    Object.entries(settings).find(([key]) => key === name)?.[1];
  return wanted !== undefined && name in wanted && valueOf(wanted) !== valueOf(before);
}

/** `movedTo`: the state the connection enters; undefined where it stays. */
function activitiesOf(
  current: { name: string; settings: object },
  { name, warehouseId, settings }: WantedChange<object>,
  movedTo: ConnectionState | undefined,
): ChangeActivity[] {
  const activities: ChangeActivity[] = [];
  if (name !== undefined && name !== current.name)
    activities.push({ kind: "connection.renamed", facts: { from: current.name, to: name } });
  if (movedTo !== undefined) {
    const kind = movedTo === "paused" ? "connection.paused" : "connection.resumed";
    activities.push({ kind, facts: {} });
  }
  const facts = settings && recordedChange(current.settings, settings);
  if (facts) activities.push({ kind: "connection.settings_changed", facts });
  if (warehouseId !== undefined)
    activities.push({ kind: "connection.warehouse_chosen", facts: { warehouse: warehouseId } });
  return activities;
}

/** Only what runs can be paused; a revoked authorisation is not undone by a switch. */
function pausedState({ state }: { state: ConnectionState }, isPaused: boolean): ConnectionState {
  if (state !== "active" && state !== "paused")
    throw new SyncError("merchant", "connection.not_active", { state });
  return isPaused ? "paused" : "active";
}
