/**
 * What can be asked of the module, and the shapes of its answers, as docs/module.md writes them.
 */
import * as z from "zod";

const Count = z.number().int();
const Minor = z.number().int();
const Variant = { product: z.string(), variant: z.string() };
/** [product, variant, quantity] */
const StockRow = z.tuple([z.string(), z.string(), Count]);

const Health = z.object({
  module: z.string().min(1),
  shop: z.object({
    version: z.string(),
    php: z.string(),
    name: z.string(),
    url: z.string(),
    timeZone: z.string(),
    now: z.number(),
    isSsl: z.boolean(),
    isRewriting: z.boolean(),
    isMaintenance: z.boolean(),
    isMultishop: z.boolean(),
    // From 0.3 on.
    id: z.string().optional(),
    groupId: z.string().optional(),
    sharesStock: z.boolean().optional(),
    /** "" while the module has not seen its back office. */
    adminPath: z.string().optional(),
    isWebserviceOn: z.boolean(),
    roundType: Count,
    roundMode: Count,
  }),
  hooks: z.object({ missing: z.array(z.string()) }),
  outbox: z.object({
    waiting: Count,
    oldestAt: z.number().nullable(),
    lastDeliveredAt: z.number().nullable(),
    lastError: z.string(),
  }),
  key: z.object({ isMade: z.boolean(), isActive: z.boolean(), missing: z.array(z.string()) }),
  paymentModules: z.array(z.string()),
  tables: z.object({
    missing: z.array(z.string()),
    /** From 0.3 on. */
    withoutTransactions: z.array(z.object({ name: z.string(), engine: z.string() })).optional(),
  }),
  language: z.object({ code: z.string(), isActive: z.boolean() }).nullable().default(null),
  /** From 0.3 on. */
  languages: z
    .array(z.object({ id: z.string(), code: z.string(), isActive: z.boolean() }))
    .optional(),
  countries: z
    .array(
      z.object({
        code: z.string(),
        isActive: z.boolean(),
        isZoneActive: z.boolean(),
        carriers: z.array(z.string()),
        hasTax: z.boolean(),
      }),
    )
    .default([]),
});

const Stock = z.object({
  rows: z.array(StockRow),
  gone: z.array(z.tuple([z.string(), z.string()])).default([]),
  cursor: z.string().default(""),
  isMore: z.boolean().default(false),
});

/** [product, variant, price, price before discounts] */
const PriceRow = z.tuple([z.string(), z.string(), Minor, Minor]);

const Prices = z.object({
  currency: z.string().length(3),
  rows: z.array(PriceRow),
  left: z.array(z.string()).default([]),
});

const Changes = z.object({
  products: z.array(z.string()),
  gone: z.array(z.string()),
  cursor: z.string(),
  isMore: z.boolean(),
});

const StockChange = z.object({
  results: z.array(
    z.object({
      id: z.string(),
      quantity: Count.optional(),
      isRepeat: z.boolean().optional(),
      refused: z.object({ code: z.string() }).optional(),
    }),
  ),
});

const figures = {
  productsMinor: Minor,
  shippingMinor: Minor,
  discountMinor: Minor,
  totalMinor: Minor,
  taxes: z.array(z.object({ rate: z.string(), netMinor: Minor, taxMinor: Minor })),
  oversold: z.array(z.object({ ...Variant, short: Count })),
};

const Order = z.object({
  id: z.string().min(1),
  reference: z.string(),
  cartId: z.string(),
  stateId: z.string(),
  isPaid: z.boolean(),
  isRepeat: z.boolean(),
  currency: z.string(),
  paidMinor: Minor,
  ...figures,
});

const Done = z.object({ done: z.literal(true) });

/** A call that writes may have been carried out although no clear answer came. */
export const MODULE_CALLS = {
  health: { writes: false, answer: Health },
  "test-event": {
    writes: false,
    answer: z.object({ status: Count, eventId: z.string(), error: z.string() }),
  },
  flush: { writes: false, answer: z.object({ sent: Count, waiting: Count }) },
  repair: { writes: true, answer: Done },
  rotate: { writes: true, answer: Done },
  end: { writes: true, answer: Done },
  stock: { writes: false, answer: Stock },
  prices: { writes: false, answer: Prices },
  changes: { writes: false, answer: Changes },
  /** Nobody in Weft asks for it yet; the tests on real stores hold the module to it. */
  "stock-change": { writes: true, answer: StockChange },
  order: { writes: true, answer: Order },
  "cart-total": {
    writes: false,
    answer: z.object({ ...figures, carrierCostMinor: Minor }),
  },
} as const;

export type ModuleCall = keyof typeof MODULE_CALLS;
export type ModuleAnswer<Call extends ModuleCall> = z.infer<(typeof MODULE_CALLS)[Call]["answer"]>;
