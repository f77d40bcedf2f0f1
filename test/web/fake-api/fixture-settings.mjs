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
export const rulesOf = (isMapped) => ({
  own: { title: null, create: {}, update: isMapped ? { stock: "source", price: "channel" } : {} },
  ofAll: { create: syncRules.create, update: syncRules.update },
});

/** How a product stands to its threshold. */
export const lowStockOf = (id, now) => ({
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
            reserved: 0,
            before: 0,
            after: 12,
            threshold: 3,
            at: now - 3_600_000,
          },
          {
            variantId: "1",
            what: "emptied",
            physical: 3,
            reserved: 0,
            before: 5,
            after: 0,
            threshold: 3,
            at: now - 9_600_000,
          },
        ]
      : [],
});

/** What the merchant of the fixtures has set. */
export const settings = {
  packageDefaults: { lengthMm: 300, widthMm: 200, heightMm: 50, weightGrams: 400 },
  carrierMap: [
    {
      carrierReference: "2",
      carrierName: "My carrier",
      providerId: "p1",
      providerName: "Royal Mail",
    },
  ],
  orderCarrierReference: "2",
  orderMoney: "paid",
  orderPaymentLabel: null,
  orderStateId: null,
  orderStateMap: [],
  cancelReason: "out_of_stock",
  forgetBuyersDays: 60,
  holdBack: 1,
  lowStock: { threshold: 10, action: "deactivate" },
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
