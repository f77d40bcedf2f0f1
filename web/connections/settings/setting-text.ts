/** What a setting holds, in words, where two values of it are compared. Pure. */
import type { ConnectionSettings, SettingName } from "../../../src/contract/connection-settings";
import type { ConnectionDetail } from "../../../src/contract/connections";
import type { LowStock } from "../../../src/contract/low-stock";
import { formatNumber } from "../../i18n/format";
import { t, tValue } from "./texts";
import type { CarrierMap } from "./carrier-map";
import { toPackageForm, type PackageDefaults } from "./package-form";

type Field = SettingName | "name" | "warehouseId";
type SettingOf<Name extends SettingName> = ConnectionSettings[Name];
type SyncRules = ConnectionSettings["syncRules"];
type Known = Pick<ConnectionDetail, "warehouses" | "settings">;

/** The texts of the fields that are neither a number, a switch nor a name. */
const TEXTS: Partial<Record<Field, (value: unknown, known: Known) => string>> = {
  warehouseId: (value, { warehouses }) =>
    warehouses.find(({ id }) => id === value)?.name ?? String(value ?? t("settings.warehouseNone")),
  packageDefaults: (value) => packageText(value as PackageDefaults | null),
  defaultParties: (value) => partiesText(value as ConnectionSettings["defaultParties"]),
  carrierMap: (value) => carrierText(value as CarrierMap),
  orderCarrierReference: (value, { settings }) =>
    value === null ? t("settings.orderCarrierAuto") : carrierName(settings.carrierMap, value),
  maximumShown: (value) =>
    value === null ? t("settings.nothingSet") : formatNumber(Number(value)),
  lowStock: (value) =>
    value ? t("settings.lowStockOf", value as LowStock) : t("settings.switchedOff"),
  priceRule: (value) => t(value ? "settings.switchedOn" : "settings.switchedOff"),
  deliveryOptionMap: (value, { settings }) =>
    (value as SettingOf<"deliveryOptionMap">)
      .map(
        (one) =>
          `${one.deliveryOptionName} → ${carrierName(settings.carrierMap, one.carrierReference)}`,
      )
      .join("; ") || t("settings.nothingSet"),
  orderMoney: (value) => t(value === "owed" ? "settings.owed" : "settings.paid"),
  adminUrl: (value) => String(value ?? t("settings.nothingSet")),
  orderPaymentLabel: (value) => String(value ?? "TikTok Shop"),
  orderStateMap: (value) =>
    t("settings.orderStateRules", { count: (value as readonly unknown[]).length }),
  syncRules: (value) => t("settings.syncRulesOf", { count: countOthers(value as SyncRules) }),
  cancelReason: (value) => tValue("settings.cancelReason.", String(value)),
  priceGroupId: (value) =>
    value === null ? t("settings.priceGroupAuto") : t("settings.numberOf", { id: String(value) }),
  priceCurrency: (value) => String(value ?? t("settings.storeDefault")),
  contentLanguageId: (value) =>
    value === null ? t("settings.storeDefault") : t("settings.numberOf", { id: String(value) }),
  orderStateId: (value) =>
    value === null
      ? t("settings.orderStateAuto")
      : t("settings.orderStateOf", { id: String(value) }),
};

export const settingLabel = (field: string): string => t(`settings.${field as Field}`);

export function settingText(field: string, value: unknown, known: Known): string {
  const text = TEXTS[field as Field];
  if (text) return text(value, known);
  if (typeof value === "boolean") return t(value ? "settings.switchedOn" : "settings.switchedOff");
  return typeof value === "number" ? formatNumber(value) : String(value);
}

/** How many choices are not to follow the store. */
const countOthers = ({ create, update, mapped }: SyncRules): number =>
  [create, update, mapped]
    .flatMap((rules) => Object.values(rules))
    .filter((choice) => choice !== "source").length;

function packageText(defaults: PackageDefaults | null): string {
  if (!defaults) return t("settings.nothingSet");
  const { length, width, height, weight } = toPackageForm(defaults);
  return t("settings.packageOf", { length, width, height, weight });
}

const partiesText = (chosen: ConnectionSettings["defaultParties"]): string =>
  t("settings.partiesOf", {
    makers: formatNumber(chosen.manufacturerIds.length),
    persons: formatNumber(chosen.responsiblePersonIds.length),
  });

function carrierText(map: CarrierMap): string {
  const lines = map.map(({ carrierName: from, providerName: to }) => `${from} → ${to}`);
  return lines.join("; ") || t("settings.nothingSet");
}

function carrierName(map: CarrierMap, reference: unknown): string {
  const mapped = map.find(({ carrierReference }) => carrierReference === reference);
  return mapped?.carrierName ?? String(reference);
}
