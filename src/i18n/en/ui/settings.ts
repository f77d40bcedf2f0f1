/** The settings of a connection. */
export const settings = {
  "wizard.webhookUrl": "Webhook URL",
  "wizard.webhookSecret": "Webhook secret",
  "wizard.webhookHow": "How to send events",
  "settings.title": "Settings",
  "settings.changedMeanwhile": "Changed meanwhile, in another tab or by somebody else",
  "settings.settingCol": "Setting",
  "settings.yoursCol": "What you typed",
  "settings.currentCol": "Saved meanwhile",
  "settings.keepMine": "Save what I typed",
  "settings.takeTheirs": "Take what was saved",
  "settings.switchedOn": "On",
  "settings.switchedOff": "Off",
  "settings.nothingSet": "Nothing",
  "settings.on": "On this page",
  "settings.connection": "Connection",
  "settings.name": "Connection name",
  "settings.saveName": "Save name",
  "settings.pauseText":
    "While paused, nothing is pulled, pushed or created. TikTok orders are caught up afterwards.",
  "settings.store": "PrestaShop store",
  "settings.saveStore": "Check and save store",
  "settings.adminUrl": "Address of your back office",
  "settings.adminUrlHint":
    "Copy it from your browser while you are in PrestaShop. Orders and products then open there with one press, once you are logged in.",
  "settings.adminUrlExample": "https://shop.example/admin123",
  "settings.saveAdminUrl": "Save address",
  "settings.channel": "TikTok Shop",
  "settings.shop": "Shop",
  "settings.authorization": "Authorisation",
  "settings.auth.none": "Missing",
  "settings.auth.valid": "Valid",
  "settings.auth.expiring": "Expires soon",
  "settings.auth.revoked": "Taken back",
  "settings.authUntil": ({ when }: { when: string }) => `until ${when}`,
  "settings.reauthorize": "Authorise again",
  "settings.warehouseId": "Warehouse",
  "settings.warehouseHint": "The TikTok Shop warehouse whose stock Weft keeps.",
  "settings.warehouseNone": "Choose a warehouse",
  "settings.warehouseDefault": ({ name }: { name: string }) => `${name} (default)`,
  "settings.package": "Default package",
  "settings.packageDefaults": "Default package",
  "settings.packageOf": (f: { length: string; width: string; height: string; weight: string }) =>
    `${f.length} × ${f.width} × ${f.height} cm, ${f.weight} g`,
  "settings.parties": "Product safety",
  "settings.defaultParties": "Manufacturer and responsible person",
  "settings.partiesOf": (f: { makers: string; persons: string }) =>
    `Manufacturers: ${f.makers}, responsible persons: ${f.persons}`,
  "settings.packageText":
    "TikTok Shop needs the size and weight of the parcel. These are used where PrestaShop holds none.",
  "settings.length": "Length",
  "settings.width": "Width",
  "settings.height": "Height",
  "settings.weight": "Weight",
  "settings.packageProposed":
    "Nothing is saved yet. These are the figures of a usual parcel: put yours in, then save.",
  "settings.packageInvalid": "Enter all four as whole numbers above zero.",
  "settings.savePackage": "Save package",
  "settings.stock": "Stock and products",
  "settings.holdBack": "Hold back units",
  "settings.holdBackHint": "This many units of each variant are never offered on TikTok Shop.",
  "settings.holdBackInvalid": "Enter a whole number, zero or more.",
  "settings.saveHoldBack": "Save",
  "settings.reading": "Prices and texts",
  "settings.storeDefault": "The default of your store",
  "settings.numberOf": ({ id }: { id: string }) => `Number ${id}`,
  "settings.priceGroupId": "Prices of the customer group",
  "settings.priceGroupAuto": "Visitors, whom nobody knows",
  "settings.priceGroupHint":
    "Whose prices and discounts TikTok Shop shows, with the percentage that PrestaShop gives the group on everything. Where one of its categories has a percentage of its own, your shop takes that instead: Weft sees it by the module, not without it. The shop of several is the one whose address you entered.",
  "settings.priceCurrency": "Currency of prices",
  "settings.priceCurrencyHint":
    "PrestaShop converts them at its own rate. It must be the currency of your TikTok Shop, else no price is sent.",
  "settings.contentLanguageId": "Language of names and descriptions",
  "settings.contentLanguageHint":
    "All products are read again after a change. New prices are sent by themselves, new texts with the next push.",
  "settings.lowStock": "Low stock",
  "settings.lowStockOf": ({ threshold }: { threshold: number }) => `At ${threshold} or fewer`,
  "settings.prices": "Prices",
  "settings.priceRule": "Price rule",
  "settings.rules": "Sync rules",
  "settings.syncRules": "Sync rules",
  "settings.syncRulesOf": ({ count }: { count: number }) => `${count} not as in PrestaShop`,
  "settings.traffic": "Store traffic",
  "settings.trafficUsed": "Requests to the store in the last minute",
  "settings.trafficOf": ({ used, perMinute }: { used: string; perMinute: string }) =>
    `${used} of ${perMinute} requests used in the last minute.`,
  "settings.trafficAtOnce": ({ atOnce }: { atOnce: string }) =>
    `Orders and stock: at most ${atOnce} at once, fewer as soon as the store answers more slowly.`,
  "settings.trafficRests": "One at a time with rests in between: the store is under strain.",
  "settings.trafficBlocked": ({ until }: { until: string }) =>
    `The store asked for a pause until ${until}; the health check can end it.`,
  "settings.trafficModule":
    "Through the module, looking at the stock takes one small request a minute, looking for changed products another, and an order one.",
  "settings.trafficWebservice":
    "Without the module, looking at the stock reads all of it, all products are compared every ten minutes with three requests for each hundred, and an order takes about twenty requests. With it each takes one.",
  "settings.requestsPerMinute": "Requests a minute",
  "settings.trafficLimitHint":
    "60 suits most hosts. A quarter is kept for orders and stock while products are pulled or compared. Without the module, 10,000 products need 60 to be compared within ten minutes; with fewer it takes longer.",
  "settings.trafficLimitInvalid": "Enter a whole number from 30 to 600.",
  "settings.orders": "Orders",
  "settings.orderMoney": "Amounts of the order in PrestaShop",
  "settings.paid": "What the buyer paid",
  "settings.paidHint": "Your discounts and TikTok's both lower the prices. The usual choice.",
  "settings.owed": "What you are owed",
  "settings.owedHint":
    "The buyer's price plus the discounts TikTok pays for, on goods and on shipping. TikTok's fees are left out.",
  "settings.orderPaymentLabel": "Payment method shown in PrestaShop",
  "settings.paymentLabelHint": "Leave this empty for “TikTok Shop”.",
  "settings.paymentLabelInvalid": "At most 64 characters, without < > = { } ; #.",
  "settings.orderStateId": "State of new orders",
  "settings.orderStateHint":
    "Only states that count as paid and not yet as shipped: the buyer has paid TikTok.",
  "settings.orderStateAuto": "Remote payment accepted (the shop's own)",
  "settings.orderStateOf": ({ id }: { id: string }) => `State ${id}`,
  "settings.orderStateNameless": ({ id }: { id: string }) => `State ${id}, without a name`,
  "settings.orderStateGone": ({ id }: { id: string }) =>
    `State ${id} (gone, not paid, or marked as shipped)`,
  "settings.orderStateMap": "What your states mean",
  "settings.orderStateMapHint":
    "Weft goes by a state's own marks: shipped, delivered, cancelled. Choose here for states that have none, such as “Refunded” or your own.",
  "settings.writesShipped": "Set orders to “Shipped” in PrestaShop",
  "settings.writesShippedHint":
    "Once TikTok's carrier has the parcel, or you shipped it in Seller Center. The tracking number comes as soon as there is one; a number you typed stays.",
  "settings.writesDelivered": "Set orders to “Delivered” in PrestaShop",
  "settings.writesDeliveredHint":
    "Once TikTok Shop says that the buyer has the goods. PrestaShop may write to your buyer then, if the state says so.",
  "settings.retriesOrders": "Retry orders",
  "settings.archivesCancelled": "Archive cancelled orders",
  "settings.meaning.auto": "As it is marked",
  "settings.meaning.shipped": "Shipped",
  "settings.meaning.cancelled": "Cancelled",
  "settings.meaning.nothing": "Nothing for TikTok Shop",
  "settings.orderStateRules": ({ count }: { count: number }) =>
    count === 1 ? "1 state" : `${count} states`,
  "settings.cancelReason": "Reason for cancelling on TikTok Shop",
  "settings.cancelReasonHint":
    "Named when you cancel an order in PrestaShop. A buyer's own request is approved instead, and units your store did not have are out of stock. Where your market does not know the reason, it is out of stock as well. TikTok counts cancellations by the seller.",
  "settings.cancelReason.out_of_stock": "Out of stock",
  "settings.cancelReason.pricing_error": "Pricing error",
  "settings.cancelReason.undeliverable": "Cannot deliver to the address",
  "settings.cancelReason.buyer_asked": "The buyer asked for it",
  "settings.saveOrders": "Save orders",
  "settings.carriers": "Carriers",
  "settings.unsaved": "Unsaved changes",
  "settings.discard": "Discard",
  "settings.saveAll": "Save all",
  "settings.leaveTitle": "Leave without saving?",
  "settings.leaveText": "What you changed here and did not save is lost.",
  "settings.leave": "Leave without saving",
  "settings.waitsForTurn":
    "Weft waits for its turn at your shops, so that they are not flooded with requests. This appears by itself.",
  "settings.carriersText":
    "When you ship in PrestaShop, TikTok Shop is told its own provider for your carrier. Unmapped carriers hold the shipment back.",
  "settings.carriersProposed":
    "Nothing is saved yet. What is chosen below fits by its name: look through it, then save.",
  "settings.carrierMap": "Carrier map",
  "settings.carrierCol": "Carrier in PrestaShop",
  "settings.providerCol": "Provider on TikTok Shop",
  "settings.providerFor": ({ carrier }: { carrier: string }) =>
    `TikTok Shop provider for ${carrier}`,
  "settings.notMapped": "Not mapped",
  "settings.carrierGone": ({ name }: { name: string }) => `${name} (no longer in the store)`,
  "settings.noCarriers": "Your store has no active carrier.",
  "settings.orderCarrierReference": "Carrier for new orders",
  "settings.orderCarrierHint": "Orders from TikTok Shop are created with this carrier.",
  "settings.deliveryOptionMap": "Carriers by delivery option",
  "settings.deliveryOptionsText":
    "Orders whose buyer took one of these options get another carrier than the one above.",
  "settings.deliveryOptionCol": "Delivery option on TikTok Shop",
  "settings.carrierFor": ({ option }: { option: string }) => `Carrier for ${option}`,
  "settings.deliveryOptionDefault": "The carrier for new orders",
  "settings.deliveryOptionGone": ({ name }: { name: string }) =>
    `${name} (no longer on TikTok Shop)`,
  "settings.orderCarrierAuto": "Let the store choose",
  "settings.saveCarriers": "Save carriers",
  "settings.webhook": "Module and webhook",
  "settings.way": "Way in use",
  "settings.wayModule": ({ version }: { version: string }) => `Module ${version}`,
  "settings.wayWebservice": "Webservice",
  "settings.wayModuleText":
    "The module tells Weft of changes within seconds, hands over all stock in one answer and creates an order in one step. What no event tells, such as a discount that begins or a price written into the database, is found within two minutes.",
  "settings.wayWebserviceText":
    "No module of this connection answers in your store. Weft works through the webservice, more slowly: stock is seen within five minutes, discounts that begin or end within one, any other change within ten, for up to 10,000 products.",
  "settings.moduleInstall": "Install or connect the module",
  "settings.moduleConnected": "The module of your store is connected.",
  "settings.moduleAgain": "Install or connect the module again",
  "settings.secret": "Secret",
  "settings.secretText":
    "Your store and Weft sign every message with it. Rotate it when somebody else may have seen it.",
  "settings.rotate": "Rotate the secret",
  "settings.rotateTitle": "Rotate the secret?",
  "settings.rotateModule":
    "Weft gives the module a new secret. Nothing is lost on the way: what was signed with the old one is accepted for another day.",
  "settings.rotateByHand":
    "Weft makes a new secret. Paste it into whatever sends events for your store; the old one is accepted for another day.",
  "settings.rotated": "The secret was rotated.",
  "settings.rotating": "A rotation was not finished",
  "settings.rotatingText":
    "Your store did not confirm the new secret. Both are accepted until it does; rotate once more to finish.",
  "settings.previousSecret": ({ when }: { when: string }) =>
    `The secret before it is accepted until ${when}.`,
  "settings.showSecret": "Show the webhook secret",
  "settings.showSecretText":
    "Whoever has it can speak for your store. Weft asks for your password and notes it in the activity.",
  "settings.moveTitle": "Your store asks to be read at another address",
  "settings.moveText": ({ from, to, when }: { from: string; to: string; when: string }) =>
    `Weft reads ${from}. On ${when} the module asked to be read at ${to}. If you allow it, orders with your buyers' addresses go there.`,
  "settings.moveAllow": "My shop has moved: allow",
  "settings.moveRefuse": "Refuse",
  "settings.otherSender": "Values for another sender",
  "settings.otherSenderText":
    "The module brings its own. A script or another tool of yours needs these two.",
  "settings.export": "Export and delete",
  "settings.exportText":
    "A file of the products, listings, orders and tasks of this connection, without secrets.",
  "settings.download": "Download export",
  "settings.delete": "Delete connection",
  "settings.deleteText":
    "Ends the sync and removes the connection from Weft. Products and orders on TikTok Shop and in PrestaShop stay as they are.",
  "settings.deleteTitle": "Delete this connection?",
  "settings.deleted": "Connection deleted.",
  "settings.forgetBuyersDays": "Days buyers' data are kept after an order ends",
  "settings.forgetBuyersDaysHint":
    "Name, address, telephone and e-mail are then removed from Weft. Figures stay. PrestaShop keeps its own.",
  "settings.forgetBuyersDaysInvalid": "Enter 7 to 3650 days.",
  "settings.invitationDays": "Days an invitation can be accepted",
};
