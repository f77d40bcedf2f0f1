/**
 * Every message of the pages, by part: a flat object of keys each, a function where a message has parameters.
 * Pages bring their own parts along, so nothing of the app may import this list as a value.
 */
import { account } from "./ui/account";
import { activity } from "./ui/activity";
import { archive } from "./ui/archive";
import { categories } from "./ui/categories";
import { checkReasons } from "./ui/check-reasons";
import { common } from "./ui/common";
import { connections } from "./ui/connections";
import { details } from "./ui/details";
import { dispatch } from "./ui/dispatch";
import { facts } from "./ui/facts";
import { field } from "./ui/field";
import { fix } from "./ui/fix";
import { health } from "./ui/health";
import { help } from "./ui/help";
import { home } from "./ui/home";
import { journal } from "./ui/journal";
import { listingDifferences } from "./ui/listing-differences";
import { mapping } from "./ui/mapping";
import { missedOrders } from "./ui/missed-orders";
import { order } from "./ui/order";
import { orderHandling } from "./ui/order-handling";
import { orders } from "./ui/orders";
import { oversold } from "./ui/oversold";
import { palette } from "./ui/palette";
import { parcels } from "./ui/parcels";
import { parties } from "./ui/parties";
import { prices } from "./ui/prices";
import { product } from "./ui/product";
import { productDialogs } from "./ui/product-dialogs";
import { productStatus } from "./ui/product-status";
import { products } from "./ui/products";
import { proposals } from "./ui/proposals";
import { reports } from "./ui/reports";
import { ruleNews } from "./ui/rule-news";
import { rules } from "./ui/rules";
import { settings } from "./ui/settings";
import { shared } from "./ui/shared";
import { sheets } from "./ui/sheets";
import { stock } from "./ui/stock";
import { stockRule } from "./ui/stock-rule";
import { taskChanges } from "./ui/task-changes";
import { taskConfirm } from "./ui/task-confirm";
import { taskPages } from "./ui/task-pages";
import { tasks } from "./ui/tasks";
import { wizard } from "./ui/wizard";

export const ui = {
  account,
  activity,
  archive,
  categories,
  checkReasons,
  common,
  connections,
  details,
  dispatch,
  facts,
  field,
  fix,
  health,
  help,
  home,
  journal,
  listingDifferences,
  mapping,
  missedOrders,
  order,
  orderHandling,
  orders,
  oversold,
  palette,
  parcels,
  parties,
  prices,
  product,
  productDialogs,
  productStatus,
  products,
  proposals,
  reports,
  ruleNews,
  rules,
  settings,
  shared,
  sheets,
  stock,
  stockRule,
  taskChanges,
  taskConfirm,
  taskPages,
  tasks,
  wizard,
};

export type UiTexts = typeof ui;
export type UiPart = keyof UiTexts;
