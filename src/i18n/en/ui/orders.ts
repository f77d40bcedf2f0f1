import type { Format } from "../../base/format";
import { plural } from "../grammar";

/** The list of orders. */
export const orders = {
  "orders.title": "Orders",
  "orders.tabs": "Orders by state",
  "order.kind.sample": "Sample",
  "order.kind.exchange": "Exchange",
  "order.kind.replacement": "Replacement",
  "orders.free": "No sale",
  "orders.missed": "Missed orders…",
  "orders.choosePage": "Choose all orders of this page",
  "orders.choose": ({ id }: { id: string }) => `Choose order ${id}`,
  "orders.search": "Search by order, buyer, product, SKU or tracking number",
  "orders.empty": "No orders yet",
  "orders.emptyText": "Orders placed on TikTok Shop show up here by themselves, paid or not.",
  "orders.noMatch": "No order here",
  "orders.noMatchText": "Try another tab, or other words.",
  "orders.table": "Orders",
  "orders.goods": (f: { units: number; name: string; more: number }, format: Format) => {
    const goods = f.units > 1 ? `${format.number(f.units)} × ${f.name}` : f.name;
    return f.more > 0 ? `${goods}, and ${format.number(f.more)} more` : goods;
  },
  "orders.col.pick": "Tick",

  "orders.col.id": "TikTok order ID",
  "orders.col.placed": "Placed",
  "orders.col.buyer": "Buyer",
  "orders.col.total": "Total",
  "orders.col.payment": "Payment",
  "orders.col.fulfilment": "Fulfilment",
  "orders.col.state": "TikTok status",
  "orders.col.store": "Store order",
  "orders.paid": "Paid",
  "orders.unpaid": "Unpaid",
  "orders.shipIn": ({ since }: { since: string }) => `Ship ${since}`,
  "orders.shipLate": ({ since }: { since: string }) => `Was to be shipped ${since}`,
  "orders.sort.usual": "Latest first",
  "orders.sort.shipBy": "Most urgent first",
  "orders.sort.placed": "Oldest first",
  "orders.sort.total": "Smallest total first",
  "orders.sort.-total": "Largest total first",
  "orders.count": ({ count }: { count: number }, format: Format) =>
    `${format.number(count)} ${plural(count, { one: "order", other: "orders" })}`,
  "orders.shipBy": ({ when }: { when: string }) => `Ship by ${when}`,
  "order.return.asked": "Return asked for",
  "order.return.under_way": "Return under way",
  "order.return.sent_back": "Goods sent back",
  "order.return.done": "Refunded",
  "order.return.closed": "Return closed",
  "filters.remove": ({ filter }: { filter: string }) => `Show all, not only: ${filter}`,
};
