/** What checking the products of a connection reaches. */
import { readConnectionSettings } from "../contract/connection-settings";
import { readCategories } from "../db/categories/category-facts";
import type { ConnectionRow } from "../db/connections/connections";
import { startOfDay } from "../domain/listings/asked-fields";
import { RULE_NEWS_MS } from "../domain/listings/rule-change";
import { checkGroupsOf } from "../db/listings/check-groups";
import { productChecksOf } from "../db/listings/product-checks";
import type { Services } from "./services";

type CheckServices = Pick<Services, "db" | "now" | "channelPlatform">;

export function checkPorts({ db, now, channelPlatform }: CheckServices, row: ConnectionRow) {
  const market = row.channelRegion
    ? channelPlatform(row.channelPlatform).marketOf(row.channelRegion)
    : undefined;
  const { packageDefaults, defaultParties, syncRules, priceRule } = readConnectionSettings(
    row.settings,
  );
  const today = startOfDay(now());
  return {
    facts: {
      limits: market?.limits,
      warehouseId: row.warehouseId ?? "",
      packageDefaults,
      defaultParties,
      syncRules,
      today,
      priceRule,
    },
    checks: productChecksOf(db, row.id, now),
    groups: checkGroupsOf(db, row.id),
    readCategories: (ids: readonly string[], options: { bodies: boolean }) =>
      readCategories(db, row.id, ids, { ...options, changedSince: today - RULE_NEWS_MS }),
  };
}
