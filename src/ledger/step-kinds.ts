/**
 * Every kind of work the ledger's outbox holds. The names are stored: add to them, never rename
 * one.
 */
const STEP_KINDS = [
  "refresh-order",
  "import-order",
  "export-shipment",
  "cancel-source",
  "cancel-channel",
  "project-order",
  "push-stock",
  "push-price",
  "observe-products",
  "observe-stock",
  "refresh-listing",
  "review-stock",
  "poll-orders",
  "scan-stock",
  "scan-products",
  "read-back-offers",
  "walk-products",
  "scan-shipments",
  "reproject-orders",
  "answer-request",
  "change-address",
  "read-returns",
  "scan-refunds",
  "release-orders",
  "refresh-listings",
  "fold-orders",
  "mark-delivered",
  "mark-shipped",
  "place-categories",
] as const;

export type StepKind = (typeof STEP_KINDS)[number];

/** All kinds this version knows; a row that another version left stays untouched. */
export const KNOWN_KINDS: readonly StepKind[] = STEP_KINDS;

export function isStepKind(text: string): text is StepKind {
  return KNOWN_KINDS.some((kind) => kind === text);
}

/** Work that schedules itself again. */
export const RECURRING: readonly StepKind[] = [
  "poll-orders",
  "scan-stock",
  "scan-products",
  "walk-products",
  "read-back-offers",
  "scan-shipments",
  "scan-refunds",
];

/**
 * Work that only reads: nothing of it can be done twice, and nobody would see that it stopped, so
 * it is never given up.
 */
export const READS: readonly StepKind[] = [
  ...RECURRING,
  "observe-products",
  "observe-stock",
  "refresh-listing",
  "refresh-listings",
  "review-stock",
  "read-returns",
  "release-orders",
  "place-categories",
];

/** The shop whose answer a finished step proves to be well; absent: the step asks none. */
export const SHOP_OF_STEP: Partial<Record<StepKind, "source" | "channel">> = {
  "refresh-order": "channel",
  "import-order": "source",
  "export-shipment": "channel",
  "cancel-source": "source",
  "cancel-channel": "channel",
  "answer-request": "channel",
  "change-address": "source",
  "mark-delivered": "source",
  "mark-shipped": "source",
  "read-returns": "channel",
  "poll-orders": "channel",
  "read-back-offers": "channel",
  "scan-stock": "source",
  "scan-products": "source",
  "scan-shipments": "source",
  "scan-refunds": "source",
};

const stepsOf = (shop: "source" | "channel") =>
  KNOWN_KINDS.filter((kind) => SHOP_OF_STEP[kind] === shop);

/** The steps that a shop may refuse. */
export const STEPS_OF_SHOP = {
  source: stepsOf("source"),
  channel: [...stepsOf("channel"), "push-stock", "push-price"],
} as const satisfies Record<"source" | "channel", readonly StepKind[]>;
