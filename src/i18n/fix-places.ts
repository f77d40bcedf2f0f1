/** Where in Weft a merchant fixes a problem or what a check found, the same in every language. */
import type { Reason } from "../domain/errors/reason";
import type { CheckName } from "./en/checks";
import type { ProblemCode } from "./en/problems";
import { reasonedCode } from "./base/problem-text";

/** A place that one press leads to; the page knows its address. */
export type FixPlace =
  | "category"
  | "details"
  | "package"
  | "parties"
  | "carriers"
  | "orderSettings"
  | "reading"
  | "warehouse"
  | "store"
  | "authorize"
  | "module"
  | "orders"
  | "connection"
  | "traffic"
  | "products"
  | "mapping";

const PROBLEMS: Partial<Record<FixPlace, readonly ProblemCode[]>> = {
  category: [
    "listing.category_missing",
    "category.unknown",
    "category.not_leaf",
    "category.forbidden",
    "tiktok.category_not_leaf",
    "tiktok.category_prohibited",
    "tiktok.category_restricted",
    "tiktok.category_unknown",
    "tiktok.category_version",
    "tiktok.category_no_match",
    "category.empty",
    "category.no_suggestion",
    "category.suggested",
  ],
  details: [
    "listing.attribute_missing",
    "listing.certificate_missing",
    "listing.certificate_expired",
    "listing.size_chart_missing",
    "tiktok.size_chart",
    "tiktok.attribute_missing",
    "tiktok.attribute",
    "tiktok.brand",
    "tiktok.certificate_missing",
    "tiktok.certificate",
    "tiktok.check_failed",
  ],
  parties: [
    "listing.manufacturer_missing",
    "listing.responsible_person_missing",
    "tiktok.manufacturer",
    "tiktok.responsible_person",
  ],
  package: [
    "listing.package_weight_missing",
    "listing.package_dimension_missing",
    "tiktok.package_weight",
    "tiktok.package_dimension",
  ],
  carriers: [
    "prestashop.carrier_zone",
    "prestashop.carrier_missing",
    "shipment.carrier_unmapped",
    "tiktok.no_provider",
  ],
  orderSettings: [
    "prestashop.state_missing",
    "prestashop.own_state_missing",
    "prestashop.sent_state_missing",
    "order.store_state_silent",
  ],
  connection: ["connection.paused"],
  reading: ["listing.currency_differs", "prices.other_currency"],
  module: [
    "prestashop.module_missing",
    "prestashop.module_unpaired",
    "prestashop.module_refused",
    "prestashop.module_needed",
    "prestashop.pack_needs_module",
  ],
  warehouse: ["listing.warehouse_missing", "mapping.other_warehouse", "tiktok.warehouse"],
  store: [
    "seal.unreadable",
    "store.url_invalid",
    "store.another_catalogue",
    "store.move_waits",
    "store.shop_unknown",
    "store.key_required",
    "pairing.code_invalid",
    "pairing.signature_wrong",
    "prestashop.key_invalid",
    "prestashop.webservice_off",
    "prestashop.permission_missing",
    "prestashop.wrong_url",
    "prestashop.html_instead_of_json",
    "prestashop.blocked",
    "prestashop.shop_not_allowed",
    "prestashop.setting_missing",
    "prestashop.unreachable",
    "prestashop.key_missing",
  ],
  authorize: [
    "connection.disconnected",
    "channel.authorization_missing",
    "channel.authorization_ends",
    "channel.authorization_revoked",
    "tiktok.authorization_revoked",
    "tiktok.token_revoked",
    "tiktok.token_expired",
    "tiktok.token_invalid",
    "tiktok.token_mismatch",
    "tiktok.refresh_token_invalid",
    "tiktok.scope_missing",
    "tiktok.permission",
    "tiktok.code_invalid",
    "tiktok.cipher_refused",
    "tiktok.shop_not_chosen",
  ],
  products: ["prestashop.not_found", "category.source_unknown"],
  mapping: [
    "order.line_unlinked",
    "listing.made_by_hand",
    "mapping.pairs_outdated",
    "mapping.nothing_chosen",
    "mapping.unmapped",
    "mapping.look_first",
  ],
};

const CHECKS: Partial<Record<CheckName, FixPlace>> = {
  "store.address": "store",
  "store.key_format": "store",
  "store.key": "store",
  "store.key_header": "store",
  "store.firewall": "traffic",
  "store.packs": "module",
  "store.silence": "traffic",
  "module.present": "module",
  "module.paired": "module",
  "module.version": "module",
  "module.round_trip": "module",
  "orders.waiting": "orders",
  "orders.carrier": "carriers",
  "orders.chosen_carrier": "carriers",
  "orders.chosen_state": "orderSettings",
  "store.price_currency": "reading",
  "channel.token": "authorize",
  "channel.token_life": "authorize",
  "channel.scopes": "authorize",
  "channel.shop": "authorize",
  "channel.warehouse": "warehouse",
  "channel.carrier_map": "carriers",
  "channel.package_defaults": "package",
  "channel.corrected": "products",
};

const placeOfProblem = new Map<string, FixPlace>(
  Object.entries(PROBLEMS).flatMap(([place, codes]) =>
    codes.map((code) => [code, place as FixPlace] as const),
  ),
);

/** The place for a problem; one of several reasons of a code may have its own. */
export function problemPlace({ code, facts }: Reason): FixPlace | undefined {
  return placeOfProblem.get(reasonedCode({ code, facts })) ?? placeOfProblem.get(code);
}

export const checkPlace = (check: string): FixPlace | undefined =>
  (CHECKS as Readonly<Record<string, FixPlace>>)[check];
