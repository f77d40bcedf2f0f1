import { setting, type Store } from "../store";
import { valueOf } from "../data/tables";

/** Percent that a tax group adds in a country (0 when the group has no rule for it). */
export function taxRate(store: Store, group: string, country: string): number {
  if (group === "" || group === "0" || setting(store, "PS_TAX") === "0") return 0;
  const rules = store.tables
    .where("tax_rules", "id_tax_rules_group", group)
    .filter((rule) => valueOf(rule, "id_country") === country);
  const taxes = rules.map((rule) => store.tables.get("taxes", valueOf(rule, "id_tax")));
  return taxes
    .filter((tax) => valueOf(tax, "active") !== "0" && valueOf(tax, "deleted") !== "1")
    .reduce((sum, tax) => sum + Number(valueOf(tax, "rate")), 0);
}

/** The ids of the taxes behind a rate, for an order line. */
export function taxIds(store: Store, group: string, country: string): string[] {
  return store.tables
    .where("tax_rules", "id_tax_rules_group", group)
    .filter((rule) => valueOf(rule, "id_country") === country)
    .map((rule) => valueOf(rule, "id_tax"));
}
