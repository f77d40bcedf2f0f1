import { setting, type Shop } from "../shop";
import { valueOf } from "../data/tables";

/** Percent that a tax group adds in a country (0 when the group has no rule for it). */
export function taxRate(shop: Shop, group: string, country: string): number {
  if (group === "" || group === "0" || setting(shop, "PS_TAX") === "0") return 0;
  const rules = shop.tables
    .where("tax_rules", "id_tax_rules_group", group)
    .filter((rule) => valueOf(rule, "id_country") === country);
  const taxes = rules.map((rule) => shop.tables.get("taxes", valueOf(rule, "id_tax")));
  return taxes
    .filter((tax) => valueOf(tax, "active") !== "0" && valueOf(tax, "deleted") !== "1")
    .reduce((sum, tax) => sum + Number(valueOf(tax, "rate")), 0);
}

/** The tax rows behind a rate, to be noted with an order line. */
export function taxIds(shop: Shop, group: string, country: string): string[] {
  return shop.tables
    .where("tax_rules", "id_tax_rules_group", group)
    .filter((rule) => valueOf(rule, "id_country") === country)
    .map((rule) => valueOf(rule, "id_tax"));
}
