// What a merchant does in the back office, as functions that the pages and the tests call.
// Every change fires its hooks, except those with "silently" in the name.
import { allKeys, changeKey, putKey, removeKey } from "./api/keys";
import type { Permissions, WebserviceKey } from "./api/keys";
import { ensureStockRow, saveQuantity, writeQuantity } from "./catalogue/stock";
import { deleteCombination, deleteProduct, remakeCombination } from "./catalogue/save-catalogue";
import type { Row, Stored } from "./data/row";
import { valueOf } from "./data/tables";
import { loadDemo, putRows, type DemoCountry } from "./demo/load-demo";
import { seedCatalogue, type CatalogueSize } from "./demo/seed-catalogue";
import { changeHost, type Host } from "./host";
import { breakModule, type ModuleBreakage } from "./module/break-module";
import type { StoreModule } from "./module/module";
import { waitingEvents, type EventDelivery, type PingResult } from "./module/outbox";
import type { PairingResult } from "./module/pairing";
import type { ModuleSettings } from "./module/state";
import { changeState } from "./orders/change-state";
import { addCreditSlip, type GivenBack } from "./orders/credit-slip";
import { deleteOrder, editLine, type LineEdit } from "./orders/edit-order";
import { setPaymentModules } from "./orders/payment-modules";
import { saveTracking } from "./orders/save-orders";
import { addShop, setInShop, type ShopOptions } from "./shops";
import { localTime, putSetting, setting, switches, type DeathPlace, type Store } from "./store";

export interface Shipment {
  carrierId?: string;
  trackingNumber?: string;
}

export interface BackOffice {
  store: Store;
  seedDemo(country?: DemoCountry): void;
  seedCatalogue(size: CatalogueSize): void;
  /** Stores rows as they are, without rules or hooks: a state to start a test from. */
  restore(resource: string, rows: readonly Row[]): void;
  products(): readonly Row[];
  orders(): readonly Row[];
  saveProduct(id: string, values: Record<string, Stored>): void;
  deleteProduct(id: string): void;
  deleteCombination(id: string): void;
  /** Makes a product or combination anew from a row that is gone, without stock; answers its new id. */
  remake(resource: "products" | "combinations", gone: Row): string;
  /**
   * Deletes a combination and makes it anew with the same reference, options and stock, or other
   * columns; answers the new id.
   */
  remakeCombination(id: string, values?: Record<string, Stored>): string;
  setStock(productId: string, combinationId: string, quantity: number): void;
  /** As direct SQL does: no hook fires and no date moves. */
  setStockSilently(productId: string, combinationId: string, quantity: number): void;
  setPriceSilently(productId: string, price: string): void;
  /** Price without tax, as text with a point. */
  setPrice(productId: string, price: string): void;
  setOrderState(orderId: string, orderStateId: string): void;
  shipOrder(orderId: string, shipment: Shipment): void;
  deliverOrder(orderId: string): void;
  cancelOrder(orderId: string): void;
  refundOrder(orderId: string): void;
  /** Refunds a part of an order by a credit slip, whose id it answers; the order's state stays. */
  giveBack(orderId: string, given: GivenBack): string;
  setTracking(orderId: string, trackingNumber: string): void;
  /** Changes, removes or adds a line of an order; the store moves stock and sums. */
  editOrderLine(orderId: string, edit: LineEdit): void;
  /** Takes an order out of the database. */
  deleteOrder(orderId: string): void;
  /** Makes a state of the merchant's own; answers its id. */
  addOrderState(name: string, flags?: Record<string, "0" | "1">): string;
  /** Editing a carrier makes a new row with the same `id_reference`; the old one is deleted. */
  editCarrier(carrierId: string, values: Record<string, Stored>): string;
  setCarrierZones(carrierId: string, zoneIds: string[]): void;
  createWebserviceKey(key: string, permissions: Permissions, description?: string): void;
  removeWebserviceKey(key: string): void;
  webserviceKeys(): WebserviceKey[];
  setMaintenance(isOn: boolean): void;
  setWebserviceEnabled(isOn: boolean): void;
  setTimezone(zone: string): void;
  setSetting(name: string, value: string): void;
  /** POST /orders then answers 200 with a PDF error instead of the order it has made. */
  setBrokenInvoicePdf(isOn: boolean): void;
  /** Tables of orders that the database keeps without transactions, as MyISAM does; none: all have them. */
  setPlainTables(tables: readonly string[]): void;
  /** So many of the next requests that write an order end in the midst of it. */
  dieInOrders(orders: number, place?: DeathPlace): void;
  /** The installed modules that may take a payment; none: no order can be made. */
  setPaymentModules(names: string[]): void;
  /** Changes columns of a row as a form would, without hooks: a country, a zone, a tax rule. */
  edit(resource: string, id: string, values: Record<string, Stored>): void;
  /** Changes the named properties of a key. */
  changeWebserviceKey(key: string, change: Partial<Omit<WebserviceKey, "key">>): void;
  /**
   * Turns the installation into one of several shops, and answers the id of the new one. The store's
   * address goes on answering for the first, and its name below it for the new one; the webservice
   * shows settings and stock of all under each.
   */
  addShop(name: string, options?: ShopOptions): string;
  /** Changes a product in one of several shops alone: its price, whether it is active. */
  setInShop(shopId: string, productId: string, values: Record<string, Stored>): void;
  /** Changes the named traits of the host; the others stay. */
  changeHost(traits: Partial<Host>): void;
  /** The store then reports this version. */
  claimVersion(version: string): void;
  breakModule(breakage: ModuleBreakage): void;
  /** Installs the connector's module, unpaired; `version` simulates an older one. */
  installModule(version?: string): void;
  uninstallModule(): void;
  isModuleInstalled(): boolean;
  /** Installs the module if it is missing, and sets its address and secret directly. */
  configureModule(settings: ModuleSettings): void;
  /** Pairs the installed module by an address with `?pair=`, by a request to Weft. */
  pairModule(address: string): Promise<PairingResult>;
  /** "Create the key and connect". */
  connectModule(): Promise<PairingResult>;
  /** "Replace the key". */
  replaceModuleKey(): Promise<PairingResult>;
  moduleSettings(): ModuleSettings | undefined;
  deliveries(): EventDelivery[];
  /** How many events are not sent yet. */
  waitingEvents(): number;
  sendTestEvent(): Promise<PingResult>;
  /** Sends the waiting events; returns how many were sent. */
  sendWaitingEvents(): Promise<number>;
}

function change(store: Store, resource: string, id: string, values: Record<string, Stored>): Row {
  const row = store.tables.get(resource, id);
  if (!row) throw new Error(`the shop has no ${resource} ${id}`);
  return store.tables.update(resource, { ...row, values: { ...row.values, ...values } });
}

function orderOf(store: Store, id: string): Row {
  const order = store.tables.get("orders", id);
  if (!order) throw new Error(`the shop has no order ${id}`);
  return order;
}

const BY_EMPLOYEE = { employeeId: "1" };

function ship(store: Store, orderId: string, { carrierId, trackingNumber }: Shipment): void {
  const order = orderOf(store, orderId);
  const carrier = store.tables.where("order_carriers", "id_order", orderId).at(-1);
  const values = {
    ...(carrierId ? { id_carrier: carrierId } : {}),
    ...(trackingNumber ? { tracking_number: trackingNumber } : {}),
  };
  if (carrier) saveTracking(store, carrier, values);
  else if (carrierId)
    saveTracking(
      store,
      store.tables.insert("order_carriers", { id_order: order.id, date_add: localTime(store) }),
      values,
    );
  changeState(store, orderOf(store, orderId), setting(store, "PS_OS_SHIPPING"), BY_EMPLOYEE);
}

/** Only a carrier with prices has rows of them, one a zone. */
function setZones(store: Store, carrierId: string, zones: readonly string[]): void {
  const carrier = change(store, "carriers", carrierId, { zones: zones.join(",") });
  for (const row of store.tables.where("deliveries", "id_carrier", carrierId))
    store.tables.remove("deliveries", row.id);
  if (valueOf(carrier, "is_free") === "1") return;
  const price = valueOf(carrier, "flat_rate") || "0.000000";
  for (const zone of zones)
    store.tables.insert("deliveries", { id_carrier: carrierId, id_zone: zone, price });
}

function editCarrier(store: Store, carrierId: string, values: Record<string, Stored>): string {
  const old = change(store, "carriers", carrierId, { deleted: "1" });
  const copy = store.tables.insert("carriers", { ...old.values, deleted: "0", ...values });
  for (const row of store.tables.where("deliveries", "id_carrier", carrierId))
    store.tables.insert("deliveries", { ...row.values, id_carrier: copy.id });
  if (setting(store, "PS_CARRIER_DEFAULT") === carrierId)
    putSetting(store, "PS_CARRIER_DEFAULT", copy.id);
  return copy.id;
}

function saveProductRow(store: Store, id: string, values: Record<string, Stored>): void {
  change(store, "products", id, { ...values, date_upd: localTime(store) });
  store.notify({ type: "product.saved", id });
  store.notify({ type: "stock.changed", id });
}

function remake(store: Store, resource: "products" | "combinations", gone: Row): string {
  const { id: _gone, ...rest } = gone;
  const { id } = store.tables.insert(resource, gone.values, rest);
  const productId = resource === "products" ? id : String(gone.values["id_product"]);
  ensureStockRow(store, productId, resource === "products" ? "0" : id);
  saveProductRow(store, productId, {});
  return id;
}

function setStock(store: Store, productId: string, combinationId: string, quantity: number): void {
  saveProductRow(store, productId, {});
  saveQuantity(store, ensureStockRow(store, productId, combinationId), quantity);
}

/** The back office of a store. The hooks of one action become events together, at its end. */
export function backOffice(store: Store, module: StoreModule): BackOffice {
  const action =
    <Args extends unknown[], Result>(run: (...args: Args) => Result) =>
    (...args: Args): Result => {
      const result = run(...args);
      module.release();
      return result;
    };
  const toState = (name: string) =>
    action(
      (orderId: string) =>
        void changeState(store, orderOf(store, orderId), setting(store, name), BY_EMPLOYEE),
    );
  return {
    store,
    seedDemo: (country = "GB") => loadDemo(store, country),
    seedCatalogue: (size) => seedCatalogue(store, size),
    restore: (resource, rows) => putRows(store, resource, rows),
    products: () => store.tables.all("products"),
    orders: () => store.tables.all("orders"),
    saveProduct: action((id, values) => saveProductRow(store, id, values)),
    deleteProduct: action((id) => {
      const row = store.tables.get("products", id);
      if (row) deleteProduct(store, row);
    }),
    deleteCombination: action((id) => {
      const row = store.tables.get("combinations", id);
      if (row) deleteCombination(store, row);
    }),
    remake: action((resource, gone) => remake(store, resource, gone)),
    remakeCombination: action((id, values = {}) => {
      const row = store.tables.get("combinations", id);
      if (!row) throw new Error(`the shop has no combination ${id}`);
      return remakeCombination(store, row, values).id;
    }),
    setStock: action((product, combination, quantity) =>
      setStock(store, product, combination, quantity),
    ),
    setStockSilently: (product, combination, quantity) =>
      void writeQuantity(store, ensureStockRow(store, product, combination), quantity),
    setPriceSilently: (id, price) =>
      void change(store, "products", id, { price: Number(price).toFixed(6) }),
    setPrice: action((id, price) => saveProductRow(store, id, { price: Number(price).toFixed(6) })),
    setOrderState: action(
      (id, state) => void changeState(store, orderOf(store, id), state, BY_EMPLOYEE),
    ),
    shipOrder: action((id, shipment) => ship(store, id, shipment)),
    deliverOrder: toState("PS_OS_DELIVERED"),
    cancelOrder: toState("PS_OS_CANCELED"),
    refundOrder: toState("PS_OS_REFUND"),
    giveBack: action((id, given) => addCreditSlip(store, orderOf(store, id), given)),
    setTracking: action((id, tracking) => {
      const carrier = store.tables.where("order_carriers", "id_order", id).at(-1);
      if (carrier) saveTracking(store, carrier, { tracking_number: tracking });
    }),
    editOrderLine: action((id, edit) => editLine(store, orderOf(store, id), edit)),
    deleteOrder: (id) => deleteOrder(store, orderOf(store, id)),
    addOrderState: (name, flags = {}) => {
      const values = { name: { "1": name, "2": name }, unremovable: "0", deleted: "0", ...flags };
      return store.tables.insert("order_states", values).id;
    },
    editCarrier: (id, values) => editCarrier(store, id, values),
    setCarrierZones: (id, zones) => setZones(store, id, zones),
    createWebserviceKey: (key, permissions, description = "") =>
      putKey(store, { key, permissions, description, active: true }),
    removeWebserviceKey: (key) => removeKey(store, key),
    webserviceKeys: () => allKeys(store),
    setMaintenance: (isOn) => putSetting(store, "PS_SHOP_ENABLE", isOn ? "0" : "1"),
    setWebserviceEnabled: (isOn) => putSetting(store, "PS_WEBSERVICE", isOn ? "1" : "0"),
    setTimezone: (zone) => putSetting(store, "PS_TIMEZONE", zone),
    setSetting: (name, value) => putSetting(store, name, value),
    setBrokenInvoicePdf: (isOn) => switches.breakPdf(store, isOn),
    setPlainTables: (tables) => switches.keepPlain(store, tables),
    dieInOrders: (orders, place = "hook") => {
      switches.dieNext(store, orders);
      switches.dieAt(store, place);
    },
    edit: (resource, id, values) => void change(store, resource, id, values),
    changeWebserviceKey: (key, changed) => changeKey(store, key, changed),
    addShop: (name, options) => addShop(store, name, options),
    setInShop: (shopId, productId, values) => setInShop(store, shopId, productId, values),
    changeHost: (traits) => changeHost(store.storage, store.prefix, traits),
    claimVersion: (version) => {
      switches.claimVersion(store, version);
      putSetting(store, "PS_VERSION_DB", version);
    },
    breakModule: (breakage) => breakModule(store, breakage),
    setPaymentModules: (names) => setPaymentModules(store, names),
    installModule: (version) => module.install(version),
    uninstallModule: () => module.uninstall(),
    isModuleInstalled: () => module.isInstalled(),
    configureModule: (settings) => module.configure(settings),
    pairModule: (address) => module.pair(address),
    connectModule: () => module.handOver(),
    replaceModuleKey: () => module.replaceKey(),
    moduleSettings: () => module.settings(),
    deliveries: () => module.deliveries(),
    waitingEvents: () => waitingEvents(store).length,
    sendTestEvent: () => module.ping(),
    sendWaitingEvents: () => module.flush(),
  };
}
