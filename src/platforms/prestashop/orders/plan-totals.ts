/** The totals an order must show, with and without tax. Pure. */
import { formatMinor } from "../../../domain/money";
import type { OrderRow } from "./order-row";

export interface WantedTotals {
  currency: string;
  productsMinor: number;
  shippingMinor: number;
  discountMinor: number;
  totalMinor: number;
}

export interface TotalFields {
  shipping: { gross: string; net: string };
  discount: { gross: string; net: string };
  paid: { gross: string; net: string };
}

/**
 * True when the store's own computation is what the buyer paid. Cents of rounding stand either in
 * the products or in the discount: the module and the webservice may differ in that alone.
 */
export function totalsMatch(order: OrderRow, wanted: WantedTotals): boolean {
  return (
    order.isWhole &&
    order.productsMinor - order.discountMinor === wanted.productsMinor - wanted.discountMinor &&
    order.shippingMinor === wanted.shippingMinor &&
    order.totalMinor === wanted.totalMinor &&
    order.paidMinor === wanted.totalMinor
  );
}

/**
 * Shipping is taxed at the given percentage ("20.000"); a discount lowers the tax in the proportion
 * of the products, as the store does with its own vouchers, and beyond them that of shipping.
 */
export function planTotals(order: OrderRow, wanted: WantedTotals, taxRate: string): TotalFields {
  const rate = Number(taxRate) || 0;
  const shippingNet = Math.round(wanted.shippingMinor / (1 + rate / 100));
  const share = order.productsMinor > 0 ? order.productsNetMinor / order.productsMinor : 1;
  const shippingShare = wanted.shippingMinor > 0 ? shippingNet / wanted.shippingMinor : 1;
  const beyond = Math.max(0, wanted.discountMinor - wanted.productsMinor);
  const discountNet = Math.round((wanted.discountMinor - beyond) * share + beyond * shippingShare);
  const paidNet = order.productsNetMinor + shippingNet - discountNet;
  const written = (minor: number) => formatMinor(minor, wanted.currency);
  return {
    shipping: { gross: written(wanted.shippingMinor), net: written(shippingNet) },
    discount: { gross: written(wanted.discountMinor), net: written(discountNet) },
    paid: { gross: written(wanted.totalMinor), net: written(Math.max(0, paidNet)) },
  };
}
