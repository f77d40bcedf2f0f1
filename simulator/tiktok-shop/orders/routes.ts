import { shopRoute, type Route } from "../request";
import {
  approve,
  createCancellation,
  listRejectReasons,
  reject,
  searchCancellations,
} from "./cancellation-calls";
import { addExternalOrders, readExternalOrders } from "./external";
import { readHandoverSlots, readShippingDocument, shipPackage } from "./handover";
import { deliverPackages, readPackage, readTracking, searchPackages } from "./packages";
import { readOrders, readPriceDetail, searchOrders } from "./read";
import { approveReturn, rejectReturn, searchReturns } from "./returns";
import { markShipped, updateOrderTracking, updatePackageTracking } from "./ship";

const ORDERS = "seller.order.info";
const FULFIL = "seller.fulfillment.basic";
const LOGISTICS = "seller.logistics";
const RETURNS = "seller.return_refund.basic";
const SHIP = "/fulfillment/202309";
const CANCEL = "/return_refund/202309/cancellations";
const RETURN = "/return_refund/202309/returns";

export const orderRoutes: readonly Route[] = [
  shopRoute("POST", "/order/202309/orders/search", ORDERS, searchOrders),
  shopRoute("GET", "/order/202507/orders", ORDERS, readOrders),
  shopRoute("GET", "/order/202309/orders", ORDERS, readOrders),
  shopRoute("GET", "/order/202407/orders/{order_id}/price_detail", ORDERS, readPriceDetail),
  shopRoute(
    "POST",
    "/order/202406/orders/external_orders",
    "seller.order.ext_ref.write",
    addExternalOrders,
  ),
  shopRoute(
    "GET",
    "/order/202406/orders/{order_id}/external_orders",
    "seller.order.ext_ref.read",
    readExternalOrders,
  ),
  shopRoute("POST", `${SHIP}/orders/{order_id}/packages`, FULFIL, markShipped),
  shopRoute("POST", `${SHIP}/packages/{package_id}/ship`, FULFIL, shipPackage),
  shopRoute(
    "POST",
    `${SHIP}/packages/{package_id}/shipping_info/update`,
    FULFIL,
    updatePackageTracking,
  ),
  shopRoute(
    "POST",
    `${SHIP}/orders/{order_id}/shipping_info/update`,
    LOGISTICS,
    updateOrderTracking,
  ),
  shopRoute("POST", `${SHIP}/packages/search`, FULFIL, searchPackages),
  shopRoute("POST", `${SHIP}/packages/deliver`, "seller.delivery.status.write", deliverPackages),
  shopRoute("GET", `${SHIP}/packages/{package_id}`, FULFIL, readPackage),
  shopRoute(
    "GET",
    `${SHIP}/packages/{package_id}/handover_time_slots`,
    "seller.fulfillment.package.write",
    readHandoverSlots,
  ),
  shopRoute(
    "GET",
    `${SHIP}/packages/{package_id}/shipping_documents`,
    FULFIL,
    readShippingDocument,
  ),
  shopRoute("GET", `${SHIP}/orders/{order_id}/tracking`, LOGISTICS, readTracking),
  shopRoute("POST", CANCEL, RETURNS, createCancellation),
  shopRoute("POST", `${CANCEL}/search`, RETURNS, searchCancellations),
  shopRoute("POST", `${CANCEL}/{cancel_id}/approve`, RETURNS, approve),
  shopRoute("POST", `${CANCEL}/{cancel_id}/reject`, RETURNS, reject),
  shopRoute("POST", `${RETURN}/search`, RETURNS, searchReturns),
  shopRoute("POST", `${RETURN}/{return_id}/approve`, RETURNS, approveReturn),
  shopRoute("POST", `${RETURN}/{return_id}/reject`, RETURNS, rejectReturn),
  shopRoute("GET", "/return_refund/202309/reject_reasons", RETURNS, listRejectReasons),
];
