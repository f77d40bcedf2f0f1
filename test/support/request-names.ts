/** The requests of the clients that tests act on, as `RequestPoint` names them. */
export const REQUESTS = {
  readOrder: /^GET \/order\/\d+\/orders\?/,
  pollOrders: /^POST \/order\/\d+\/orders\/search/,
  ship: /^POST \/fulfillment\/\d+\/orders\/\d+\/packages/,
  changeTracking: /^POST \/fulfillment\/.*\/shipping_info\/update/,
  cancelAtChannel: /^POST \/return_refund\/\d+\/cancellations\?/,
  approveCancel: /^POST \/return_refund\/\d+\/cancellations\/\d+\/approve\?/,
  setQuantities: /^POST \/product\/\d+\/products\/\d+\/inventory\/update/,
  activate: /^POST \/product\/\d+\/products\/activate\?/,
  deactivate: /^POST \/product\/\d+\/products\/deactivate\?/,
  setPrices: /^POST \/product\/\d+\/products\/\d+\/prices\/update/,
  /** The first request of an import, and the first one that leaves something. */
  readSettings: /^GET \/api\/configurations\?/,
  beginOrder: /^POST (\/api\/customers\?|module order )/,
  makeCart: /^POST \/api\/carts\?/,
  makeOrder: /^POST \/api\/orders\?/,
  changeState: /^POST \/api\/order_histories\?/,
  readCounts: /^GET \/api\/stock_availables\?/,
  moduleStock: /^POST module stock /,
  moduleStockChanges: /^POST module stock .*"after"/,
  moduleCounts: /^POST module stock .*"products"/,
  flush: /^POST module flush /,
} as const;
