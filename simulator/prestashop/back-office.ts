// What a merchant does in the back office, as functions; the pages and the tests call these.
// Every change fires its hooks but those whose name says "silently".
import { putKey, allKeys, removeKey, type Permissions, type WebserviceKey } from "./api/keys";
import { ensureStockRow, saveQuantity, writeQuantity } from "./catalogue/stock";
import { deleteProduct } from "./catalogue/save-catalogue";
import type { Row, Stored } from "./data/row";
import { loadDemo, putRows, type DemoCountry } from "./demo/load-demo";
import { seedCatalogue, type CatalogueSize } from "./demo/seed-catalogue";
import { changeHost, type Host } from "./host";
import { breakModule, type ModuleBreakage } from "./module/break-module";
import type { ShopModule } from "./module/module";
import { waitingEvents, type Delivery, type PingResult } from "./module/outbox";
import type { Outcome } from "./module/pairing";
import type { ModuleSettings } from "./module/state";
import { changeState } from "./orders/change-state";
import { setPaymentModules } from "./orders/payment-modules";
import { saveTracking } from "./orders/save-orders";
import { localTime, putSetting, setting, switches, type Shop } from "./shop";

export interface Shipment {
  carrierId?: string;
  trackingNumber?: string;
}

export interface BackOffice {
  shop: Shop;
  seedDemo(country?: DemoCountry): void;
  seedCatalogue(size: CatalogueSize): void;
  /** Stores rows as they are, without rules or hooks: a state to start a test from. */
  restore(resource: string, rows: readonly Row[]): void;
  products(): readonly Row[];
  orders(): readonly Row[];
  saveProduct(id: string, values: Record<string, Stored>): void;
  deleteProduct(id: string): void;
  setStock(productId: string, combinationId: string, quantity: number): void;
  /** As direct SQL does: no hook fires and no date moves. */
  setStockSilently(productId: string, combinationId: string, quantity: number): void;
  setPriceSilently(productId: string, price: string): void;
  /** Price without tax, as text with a point. */
  setPrice(productId: string, price: string): void;
  setOrderState(orderId: string, stateId: string): void;
  shipOrder(orderId: string, shipment: Shipment): void;
  deliverOrder(orderId: string): void;
  cancelOrder(orderId: string): void;
  refundOrder(orderId: string): void;
  setTracking(orderId: string, trackingNumber: string): void;
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
  /** The installed modules that may take a payment; none: no order can be made. */
  setPaymentModules(names: string[]): void;
  /** Changes columns of a row as a form would, without hooks: a country, a zone, a tax rule. */
  edit(resource: string, id: string, values: Record<string, Stored>): void;
  /** A key stays as it is but for what is named. */
  changeWebserviceKey(key: string, change: Partial<Omit<WebserviceKey, "key">>): void;
  /** Turns the installation into one of several shops. */
  addShop(name: string): void;
  /** What the machine does to the shop; what is not named stays. */
  changeHost(traits: Partial<Host>): void;
  /** The shop says it is of this version. */
  claimVersion(version: string): void;
  breakModule(breakage: ModuleBreakage): void;
  /** Uploads the connector's module, unpaired; `version` plays an older one. */
  installModule(version?: string): void;
  uninstallModule(): void;
  isModuleInstalled(): boolean;
  /** Installs the module if need be and pairs it by hand. */
  configureModule(settings: ModuleSettings): void;
  /** Pairs the installed module by an address with `?pair=`, over the wire. */
  pairModule(address: string): Promise<Outcome>;
  /** "Create the key and connect". */
  connectModule(): Promise<Outcome>;
  moduleSettings(): ModuleSettings | undefined;
  deliveries(): Delivery[];
  /** How many events wait to be sent. */
  waitingEvents(): number;
  sendTestEvent(): Promise<PingResult>;
  /** Sends what waits; answers how many went out. */
  sendWaitingEvents(): Promise<number>;
}

function change(shop: Shop, resource: string, id: string, values: Record<string, Stored>): Row {
  const row = shop.tables.get(resource, id);
  if (!row) throw new Error(`the shop has no ${resource} ${id}`);
  return shop.tables.update(resource, { ...row, values: { ...row.values, ...values } });
}

function orderOf(shop: Shop, id: string): Row {
  const order = shop.tables.get("orders", id);
  if (!order) throw new Error(`the shop has no order ${id}`);
  return order;
}

const BY_EMPLOYEE = { employeeId: "1" };

function ship(shop: Shop, orderId: string, { carrierId, trackingNumber }: Shipment): void {
  const order = orderOf(shop, orderId);
  const carrier = shop.tables.where("order_carriers", "id_order", orderId).at(-1);
  const values = {
    ...(carrierId ? { id_carrier: carrierId } : {}),
    ...(trackingNumber ? { tracking_number: trackingNumber } : {}),
  };
  if (carrier) saveTracking(shop, carrier, values);
  else if (carrierId)
    saveTracking(
      shop,
      shop.tables.insert("order_carriers", { id_order: order.id, date_add: localTime(shop) }),
      values,
    );
  changeState(shop, orderOf(shop, orderId), setting(shop, "PS_OS_SHIPPING"), BY_EMPLOYEE);
}

function editCarrier(shop: Shop, carrierId: string, values: Record<string, Stored>): string {
  const old = change(shop, "carriers", carrierId, { deleted: "1" });
  const copy = shop.tables.insert("carriers", { ...old.values, deleted: "0", ...values });
  return copy.id;
}

function saveProductRow(shop: Shop, id: string, values: Record<string, Stored>): void {
  change(shop, "products", id, { ...values, date_upd: localTime(shop) });
  shop.notify({ type: "product.saved", id });
  shop.notify({ type: "stock.changed", id });
}

function setStock(shop: Shop, productId: string, combinationId: string, quantity: number): void {
  saveProductRow(shop, productId, {});
  saveQuantity(shop, ensureStockRow(shop, productId, combinationId), quantity);
}

function changeKey(shop: Shop, text: string, changed: Partial<Omit<WebserviceKey, "key">>): void {
  const key = allKeys(shop).find((it) => it.key === text);
  if (!key) throw new Error("the shop has no such webservice key");
  putKey(shop, { ...key, ...changed });
}

function addShop(shop: Shop, name: string): void {
  const { id } = shop.tables.insert("shops", {
    id_shop_group: "1",
    id_category: "2",
    active: "1",
    name,
    theme_name: "classic",
  });
  const main = shop.tables.where("shop_urls", "id_shop", "1")[0];
  const values = { ...main?.values, id_shop: id, virtual_uri: `${name.toLowerCase()}/` };
  shop.tables.insert("shop_urls", values);
  putSetting(shop, "PS_MULTISHOP_FEATURE_ACTIVE", "1");
}

/** The back office of a shop. Hooks of one action leave the shop together, when it is done. */
export function backOffice(shop: Shop, module: ShopModule): BackOffice {
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
        void changeState(shop, orderOf(shop, orderId), setting(shop, name), BY_EMPLOYEE),
    );
  return {
    shop,
    seedDemo: (country = "GB") => loadDemo(shop, country),
    seedCatalogue: (size) => seedCatalogue(shop, size),
    restore: (resource, rows) => putRows(shop, resource, rows),
    products: () => shop.tables.all("products"),
    orders: () => shop.tables.all("orders"),
    saveProduct: action((id, values) => saveProductRow(shop, id, values)),
    deleteProduct: action((id) => {
      const row = shop.tables.get("products", id);
      if (row) deleteProduct(shop, row);
    }),
    setStock: action((product, combination, quantity) =>
      setStock(shop, product, combination, quantity),
    ),
    setStockSilently: (product, combination, quantity) =>
      void writeQuantity(shop, ensureStockRow(shop, product, combination), quantity),
    setPriceSilently: (id, price) =>
      void change(shop, "products", id, { price: Number(price).toFixed(6) }),
    setPrice: action((id, price) => saveProductRow(shop, id, { price: Number(price).toFixed(6) })),
    setOrderState: action(
      (id, state) => void changeState(shop, orderOf(shop, id), state, BY_EMPLOYEE),
    ),
    shipOrder: action((id, shipment) => ship(shop, id, shipment)),
    deliverOrder: toState("PS_OS_DELIVERED"),
    cancelOrder: toState("PS_OS_CANCELED"),
    refundOrder: toState("PS_OS_REFUND"),
    setTracking: action((id, tracking) => {
      const carrier = shop.tables.where("order_carriers", "id_order", id).at(-1);
      if (carrier) saveTracking(shop, carrier, { tracking_number: tracking });
    }),
    editCarrier: (id, values) => editCarrier(shop, id, values),
    setCarrierZones: (id, zones) => void change(shop, "carriers", id, { zones: zones.join(",") }),
    createWebserviceKey: (key, permissions, description = "") =>
      putKey(shop, { key, permissions, description, active: true }),
    removeWebserviceKey: (key) => removeKey(shop, key),
    webserviceKeys: () => allKeys(shop),
    setMaintenance: (isOn) => putSetting(shop, "PS_SHOP_ENABLE", isOn ? "0" : "1"),
    setWebserviceEnabled: (isOn) => putSetting(shop, "PS_WEBSERVICE", isOn ? "1" : "0"),
    setTimezone: (zone) => putSetting(shop, "PS_TIMEZONE", zone),
    setSetting: (name, value) => putSetting(shop, name, value),
    setBrokenInvoicePdf: (isOn) => switches.breakPdf(shop, isOn),
    edit: (resource, id, values) => void change(shop, resource, id, values),
    changeWebserviceKey: (key, changed) => changeKey(shop, key, changed),
    addShop: (name) => addShop(shop, name),
    changeHost: (traits) => changeHost(shop.storage, shop.prefix, traits),
    claimVersion: (version) => {
      switches.claimVersion(shop, version);
      putSetting(shop, "PS_VERSION_DB", version);
    },
    breakModule: (breakage) => breakModule(shop, breakage),
    setPaymentModules: (names) => setPaymentModules(shop, names),
    installModule: (version) => module.install(version),
    uninstallModule: () => module.uninstall(),
    isModuleInstalled: () => module.isInstalled(),
    configureModule: (settings) => module.configure(settings),
    pairModule: (address) => module.pair(address),
    connectModule: () => module.handOver(),
    moduleSettings: () => module.settings(),
    deliveries: () => module.deliveries(),
    waitingEvents: () => waitingEvents(shop).length,
    sendTestEvent: () => module.ping(),
    sendWaitingEvents: () => module.flush(),
  };
}
