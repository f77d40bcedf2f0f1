import { plural } from "../grammar";

/** Orders that TikTok Shop cancelled because goods were lacking. */
export const oversold = {
  "oversold.banner": ({ count }: { count: number }) =>
    plural(count, {
      one: "An order was cancelled because the product was not available.",
      other: `${count} orders were cancelled because products were not available.`,
    }),
  "oversold.details": "View details",
  "oversold.dismiss": "I have read this",
  "oversold.title": "Cancelled because of unavailable products",
  "oversold.intro":
    "Check whether each product is out of stock. If it is, take it off sale on TikTok Shop: cancellations count against your shop.",
  "oversold.tabs": "Cancelled orders and products",
  "oversold.orders": "Cancelled orders",
  "oversold.products": "Products",
  "oversold.none": "Nothing is left to check.",
  "oversold.cancelledAt": ({ when }: { when: string }) => `Cancelled ${when}`,
  "oversold.lost": ({ units, orders }: { units: number; orders: number }) =>
    `${plural(units, { one: "1 unit", other: `${units} units` })} in ${plural(orders, { one: "1 cancelled order", other: `${orders} cancelled orders` })}`,
  "oversold.stock": ({ stock }: { stock: number }) => `PrestaShop counts ${stock}`,
  "oversold.unlinked": "No product of your store stands for this listing.",
  "oversold.ask": "Out of stock?",
  "oversold.yes": "Yes, take it off sale",
  "oversold.yesOff": "Yes, it is off sale",
  "oversold.no": "No, it is in stock",
  "oversold.of": ({ act, name }: { act: string; name: string }) => `${act}: ${name}`,
  "oversold.process": "Process in TikTok Shop",
  "oversold.taken": "It is being taken off sale; the tasks show how that ends.",
  "oversold.checked": "Noted.",
};
