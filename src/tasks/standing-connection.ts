/** A connection as a change of its settings finds it. */
import { readConnectionSettings, type ConnectionSettings } from "../contract/connection-settings";
import type { ConnectionRow } from "../db/connections/connections";
import type { StandingConnection } from "../sync/connections/change-connection";

export function toStanding(row: ConnectionRow): StandingConnection<ConnectionSettings> {
  const { name, state, settings, settingsVersion, warehouseId, channelWarehouses } = row;
  return {
    name,
    state,
    version: settingsVersion,
    settings: readConnectionSettings(settings),
    ...(warehouseId === null ? {} : { warehouseId }),
    warehouseIds: (channelWarehouses ?? []).map(({ id }) => id),
  };
}
