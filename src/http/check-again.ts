/** What a check asked for was done in Weft: it is made anew, so that no page goes on asking for it. */
import { findCheck } from "../db/health/health-reports";
import type { SettingsPatch } from "../contract/connection-settings";
import type { ConnectionRow } from "../db/connections/connections";
import { asSyncError } from "../domain/errors/sync-error";
import { checkPlace, type FixPlace } from "../i18n/fix-places";
import type { AppServices } from "./context";
import { guardHealthCheck } from "./login-guard";

type Concerned = (check: string) => boolean;

export const ofStore: Concerned = (check) => /^(store|module)[.]/.test(check);
export const ofChannel: Concerned = (check) => check.startsWith("channel.");

const PLACES: Partial<Record<keyof SettingsPatch, FixPlace>> = {
  packageDefaults: "package",
  carrierMap: "carriers",
  orderCarrierReference: "carriers",
  orderStateId: "orderSettings",
  orderStateMap: "orderSettings",
  priceCurrency: "reading",
  requestsPerMinute: "traffic",
};

/** Of what a merchant saved: the checks that send to where it is set. */
export function ofSettings(saved: {
  warehouseId?: string | undefined;
  settings?: SettingsPatch | undefined;
}): Concerned {
  const names = Object.keys(saved.settings ?? {}) as (keyof SettingsPatch)[];
  const places = new Set(names.flatMap((name) => PLACES[name] ?? []));
  if (saved.warehouseId !== undefined) places.add("warehouse");
  return (check) => {
    const place = checkPlace(check);
    return place !== undefined && places.has(place);
  };
}

/**
 * Behind the answer, and only where the last report found fault with what changed: a check costs both shops
 * some dozen requests. Where too many were made lately, the report stays until somebody checks.
 */
export function checkAgain(
  services: AppServices,
  row: ConnectionRow,
  isConcerned: Concerned,
): void {
  const { db, log, connections, inBackground } = services;
  const check = async () => {
    const { report } = await findCheck(db, row.id);
    const isDue = report?.findings.some(
      ({ check: name, verdict }) => (verdict === "fail" || verdict === "warn") && isConcerned(name),
    );
    if (!isDue) return;
    await guardHealthCheck(services, row.id);
    await connections.checkAgain(row);
  };
  const work = check().catch((caught: unknown) => {
    log.warn("health.not_checked", { connectionId: row.id, code: asSyncError(caught).code });
  });
  inBackground(work);
}
