/**
 * The platform's error numbers as our stable codes and who must act on each. It knows no request:
 * what a failure means for one call is decided by errors.ts and by the call's own file.
 */
import type { Remedy } from "../../domain/errors/sync-error";
import { span, type CodeRow } from "./code-row";
import { SELDOM } from "./seldom-error-codes";

/**
 * The gateway: tokens, signatures, limits. 36009004 has ten meanings and is told apart by words.
 */
const GATEWAY: readonly CodeRow[] = [
  ["tiktok.authorization_revoked", "reconnect", [105001]],
  ["tiktok.token_expired", "reconnect", [105002]],
  ["tiktok.scope_missing", "reconnect", [105005]],
  ["tiktok.token_mismatch", "reconnect", [101000]],
  ["tiktok.code_invalid", "reconnect", [36004004, 36004005, 98001005]],
  ["tiktok.refresh_token_invalid", "reconnect", [98001006]],
  ["tiktok.signature_refused", "defect", [106001]],
  ["tiktok.cipher_missing", "defect", [106013]],
  ["tiktok.call_unknown", "defect", [36009009, 36009010, 36009014]],
  ["tiktok.address_refused", "defect", [36009033]],
  ["tiktok.rate_limited", "retry", [36009002, 36009037]],
  ["tiktok.shop_inactive", "merchant", [36009043, 36009044, 12052700, 12052995]],
  [
    "tiktok.invalid_parameter",
    "defect",
    [
      98001004,
      12052910,
      11050001,
      11001002,
      21001001,
      25001001,
      36009022,
      36009023,
      12019120,
      12052036,
      12052553,
      12052902,
      12019103,
      12019104,
      ...span(38023047, 38023049),
      38023057,
    ],
  ],
  [
    "tiktok.unavailable",
    "retry",
    [
      36009003, 36009007, 12001000, 12052881, 10002014, 10002015, 10037002, 10037003, 10037004,
      11001027, 11001031, 11005010, 11006005, 11006026, 21001003, 21001008, 21001011, 21001029,
      21001043, 21001055, 21008300, 21022026, 21022029, 21022030, 21042001, 21042076, 25001028,
      38023025,
    ],
  ],
];

const PRODUCTS: readonly CodeRow[] = [
  ["tiktok.title", "merchant", [12052051, 12052261, 12052262, 12052263, 12052931]],
  [
    "tiktok.description",
    "merchant",
    [12019006, 12052013, 12052015, 12052056, 12052324, 12052932, ...span(12052340, 12052352)],
  ],
  ["tiktok.category_not_leaf", "merchant", [12052024, 12052230]],
  ["tiktok.category_prohibited", "merchant", [12052220, 12052446]],
  ["tiktok.category_restricted", "merchant", [12052221, 12052223, 12052225, 12052226, 12052227]],
  ["tiktok.category_unknown", "merchant", [12052002, 12052023, 12052025]],
  ["tiktok.category_version", "defect", [12052217]],
  ["tiktok.category_no_match", "merchant", [12019064, 12052912]],
  ["tiktok.brand", "merchant", [12019013, 12052026, 12052200, 12052201, 12052208]],
  [
    "tiktok.image",
    "merchant",
    [
      12052028,
      ...span(12052300, 12052306),
      ...span(12052520, 12052524),
      12052722,
      12019116,
      12038002,
      12038004,
      12038005,
      12038014,
      12038015,
      36009021,
    ],
  ],
  [
    "tiktok.option",
    "merchant",
    [
      ...span(12052525, 12052529),
      12052550,
      12052554,
      12052560,
      12052933,
      12052934,
      12052152,
      12052153,
      12052356,
      12052357,
    ],
  ],
  ["tiktok.sku_limit", "merchant", [12052050]],
  ["tiktok.seller_sku", "merchant", [12052054]],
  ["tiktok.sku_missing", "merchant", [12052556, 12052557]],
  ["tiktok.quantity_refused", "merchant", [12052055]],
  ["tiktok.stock_locked", "merchant", [12052393, 12052850, 12052921]],
  ["tiktok.price_range", "merchant", [12052570, 12052073, 12052092, 12052424]],
  ["tiktok.price_locked", "merchant", [12052038, 12019045]],
  ["tiktok.currency", "merchant", [12052084]],
  ["tiktok.status_refused", "merchant", [12019113, 12052901]],
  ["tiktok.quota", "retry", [12052093]],
  [
    "tiktok.warehouse",
    "merchant",
    [
      12052094, 12052096, 12052097, 12052115, 12052403, 12052404, 12052405, 12052420, 12052530,
      12052531, 12052532, 12052533, 12019028, 12019022,
    ],
  ],
  ["tiktok.return_warehouse_missing", "merchant", [12052535]],
  ["tiktok.shop_locked", "merchant", [12052332]],
  ["tiktok.attribute_missing", "merchant", [12052104, 12052182]],
  ["tiktok.attribute", "merchant", [12052151, 12052183, ...span(12052240, 12052256), 12052935]],
  ["tiktok.certificate_missing", "merchant", [12052105]],
  ["tiktok.certificate", "merchant", [12019105, 12052385, 12052650, ...span(12052655, 12052658)]],
  ["tiktok.size_chart", "merchant", [5001001, 12052128, ...span(12052670, 12052673)]],
  ["tiktok.package_weight", "merchant", [12052006, 12052181, 12019011]],
  [
    "tiktok.package_dimension",
    "merchant",
    [12052003, 12052004, 12052005, 12019012, 12019061, 12052116, 12052915],
  ],
  ["tiktok.barcode", "merchant", [12052591, 12052592, 12052598, 12052600]],
  [
    "tiktok.manufacturer",
    "merchant",
    [
      ...span(12052282, 12052285),
      12052295,
      12052365,
      ...span(38023032, 38023034),
      38023037,
      38023045,
      38023046,
      38023060,
    ],
  ],
  [
    "tiktok.responsible_person",
    "merchant",
    [
      ...span(12052287, 12052290),
      12052296,
      12052366,
      38023022,
      38023024,
      ...span(38023026, 38023028),
    ],
  ],
  ["tiktok.party_details", "merchant", [...span(38023041, 38023044), 38023051, 38023052]],
  ["tiktok.energy_label", "merchant", [12052372]],
  ["tiktok.external_id_taken", "retry", [12052996]],
  ["tiktok.listing_missing", "merchant", [12052032, 12052260, 12019150, 12052048]],
  ["tiktok.check_failed", "merchant", [12052990]],
];

const ORDERS: readonly CodeRow[] = [
  ["tiktok.order_unknown", "merchant", [21008111, 21011028, 21011029, 25020005]],
  ["tiktok.permission", "reconnect", [10006402]],
  ["tiktok.order_state", "merchant", [21011003, 21011012, 21011013, 21032001, 21042057]],
  [
    "tiktok.already_shipped",
    "merchant",
    [21008099, 21011006, 21011020, 21011027, 21011040, 21042056, 11006021, 25001045],
  ],
  [
    "tiktok.tracking_invalid",
    "merchant",
    [21004012, 21004015, 21004016, 21011022, 11028006, 21022032],
  ],
  ["tiktok.tracking_used", "merchant", [21011025, 21011026, 21034012]],
  ["tiktok.tracking_final", "merchant", [21011030, ...span(21011049, 21011052), 10007002]],
  ["tiktok.after_sale_open", "merchant", [21011007, 21008044]],
  ["tiktok.lines_needed", "merchant", [21011048]],
  ["tiktok.shipped_by_channel", "merchant", [21008025, 21008043, 21011004]],
  ["tiktok.shipped_by_seller", "merchant", [11034002, 21008017]],
  [
    "tiktok.parcel_refused",
    "merchant",
    [
      11006013,
      11006014,
      ...span(11021009, 11021025),
      21004024,
      21011037,
      21014009,
      21021010,
      21042067,
    ],
  ],
  ["tiktok.pickup_slot", "merchant", [21004017, 21011053, 21011054]],
  ["tiktok.label_pending", "retry", [11006010, 11034023, 11034025, 11034037, 21023022, 21023034]],
  ["tiktok.label_too_early", "merchant", [21008109, 21023035, 21042104]],
  ["tiktok.label_too_late", "merchant", [21023046, 21042102]],
  ["tiktok.region_unsupported", "merchant", [21008106, 38023050]],
  ["tiktok.invoice_missing", "merchant", [21004006, 21004019, 21004020]],
  ["tiktok.order_on_hold", "retry", [21011044]],
  ["tiktok.order_cancelled", "merchant", [21011041, 21011042, 21023059]],
  ["tiktok.order_not_shipped", "merchant", [21011043]],
  ["tiktok.no_provider", "merchant", [21008116, 21008117]],
  ["tiktok.cancel_open", "merchant", [25001011]],
  [
    "tiktok.cancel_answered",
    "retry",
    [25001003, 25011011, 25011012, 25020003, 25020004, 25020009, 25020010],
  ],
  ["tiktok.cancel_reason", "merchant", [25001014, 25001015, 25001020]],
  ["tiktok.cancel_reason_state", "merchant", [25001021]],
  ["tiktok.cancel_partly_refused", "merchant", [25005010, 25005011]],
  ["tiktok.order_closed", "merchant", [25001051]],
];

const BY_NUMBER: ReadonlyMap<number, { code: string; remedy: Remedy }> = new Map(
  [...SELDOM, ...GATEWAY, ...PRODUCTS, ...ORDERS].flatMap(([code, remedy, numbers]) =>
    numbers.map((number) => [number, { code, remedy }] as const),
  ),
);

/** Our stable code for a number of the platform's, undefined for one nobody has met yet. */
export function knownCode(number: number): { code: string; remedy: Remedy } | undefined {
  return BY_NUMBER.get(number);
}
