/** The sync rules of the merchant of the fixtures. */
const syncRules = {
  create: { title: "source", barcode: "source", stock: "source" },
  update: {
    title: "source",
    description: "channel",
    media: "source",
    barcode: "source",
    details: "source",
    price: "source",
    stock: "source",
  },
  mapped: {
    title: "channel",
    description: "channel",
    media: "channel",
    barcode: "channel",
    details: "channel",
  },
};

/** Rules of a product, which has some of its own where its listing is mapped. */
const rulesOf = (isMapped) => ({
  own: { title: null, create: {}, update: isMapped ? { stock: "source", price: "channel" } : {} },
  ofAll: { create: syncRules.create, update: syncRules.update },
});

/** How a product stands to its threshold. */
const lowStockOf = (id, now) => ({
  own:
    id === "1"
      ? { lowStock: { threshold: 3, action: "out_of_stock" }, isExcluded: false }
      : { lowStock: null, isExcluded: false },
  ofAll: { threshold: 10, action: "deactivate" },
  isStockSent: true,
  flips:
    id === "1"
      ? [
          {
            variantId: "1",
            what: "restored",
            physical: 12,
            reserved: 2,
            sellable: 10,
            before: 0,
            after: 10,
            threshold: 3,
            at: now - 3_600_000,
          },
          {
            variantId: "1",
            what: "emptied",
            physical: 3,
            reserved: 0,
            sellable: 3,
            before: 5,
            after: 0,
            threshold: 3,
            at: now - 9_600_000,
          },
        ]
      : [],
});

/** What a price rule makes of the prices of a product. */
const priceRuleOf = () => ({
  own: null,
  ofAll: settings.priceRule,
  isSent: true,
  variants: ["0", "1", "2"].map((id) => ({ id, storeMinor: 2390, channelMinor: 2599 })),
});

/** What a rule that is tried would change. */
export const pricePreview = {
  count: 31,
  of: 42,
  isMore: false,
  rows: ["Mug The best is yet to come", "Hummingbird printed t-shirt"].map((name, index) => ({
    productId: String(index + 1),
    name,
    sku: `demo_${index + 1}`,
    storeMinor: 1190,
    nowMinor: 1299,
    thenMinor: 1350,
  })),
  currency: "EUR",
};

/** What the merchant of the fixtures has set. */
export const settings = {
  packageDefaults: { lengthMm: 300, widthMm: 200, heightMm: 50, weightGrams: 400 },
  defaultParties: { manufacturerIds: ["maker-1"], responsiblePersonIds: [] },
  carrierMap: [
    {
      carrierReference: "2",
      carrierName: "My carrier",
      providerId: "p1",
      providerName: "Royal Mail",
    },
  ],
  orderCarrierReference: "2",
  deliveryOptionMap: [
    { deliveryOptionId: "o2", deliveryOptionName: "Express", carrierReference: "1" },
  ],
  orderMoney: "paid",
  orderPaymentLabel: null,
  orderStateId: null,
  orderStateMap: [],
  writesShipped: true,
  writesDelivered: true,
  retriesOrders: true,
  archivesCancelled: false,
  cancelReason: "out_of_stock",
  forgetBuyersDays: 60,
  holdBack: 1,
  holdBackPercent: 10,
  maximumShown: 50,
  lowStock: { threshold: 10, action: "deactivate" },
  priceRule: {
    base: "reduced",
    basisPoints: 800,
    addedMinor: 0,
    rounding: "ending",
    ending: 99,
    stepMinor: 50,
    floorMinor: null,
    isStorePriceFloor: true,
  },
  syncRules,
  requestsPerMinute: 60,
  priceGroupId: null,
  priceCurrency: null,
  contentLanguageId: "2",
  adminUrl: "https://demo.shop.example/admin1",
  pullNewProducts: true,
  acceptSuggestions: false,
};

export const readingChoices = {
  groups: [
    { id: "1", name: "Visitor" },
    { id: "2", name: "Guest" },
    { id: "3", name: "Customer" },
  ],
  currencies: [
    { id: "GBP", name: "GBP" },
    { id: "EUR", name: "EUR" },
  ],
  languages: [
    { id: "1", name: "English (English)" },
    { id: "2", name: "Français (French)" },
  ],
};

/** The store's carriers, and what the channel ships by. */
export const carrierChoices = {
  carriers: [
    { reference: "1", name: "Click and collect" },
    { reference: "2", name: "My carrier" },
  ],
  providers: [
    { id: "p1", name: "Royal Mail" },
    { id: "p2", name: "DPD" },
    { id: "p3", name: "Evri" },
  ],
  deliveryOptions: [
    { id: "o1", name: "Standard" },
    { id: "o2", name: "Express" },
  ],
};

/** What the merchant decided for one product. */
export const rulesOfProduct = (id, now) => ({
  rules: rulesOf(id === "2"),
  lowStock: lowStockOf(id, now),
  priceRule: priceRuleOf(),
  stockRule: {
    own: null,
    counts: { units: 1, percent: 10, maximum: 50 },
    from: { units: "all", percent: "all", maximum: "all" },
    isSent: true,
  },
});

/** A store whose key may not do enough. */
export const storeRefused = {
  status: 422,
  body: {
    error: {
      code: "prestashop.permission_missing",
      facts: { missing: ["orders: POST", "carts: POST", "stock_availables: GET"] },
    },
  },
};
