// The five orders that a fresh demo store brings, and their buyer.
import { table } from "./table";

export const customers = table(
  "id|lastname|firstname|email|active|groups(id)",
  String.raw`
1|Anonymous|Anonymous|anonymous@psgdpr.com|~|3
2|DOE|John|pub@prestashop.com|1|3
`,
  { id_default_group: "3" },
);

export const addresses = table(
  "id|id_supplier|id_country|id_state|alias|company|lastname|firstname|address1|postcode|city|phone|date_add|date_upd|id_manufacturer|id_customer|vat_number|phone_mobile|dni|address2",
  String.raw`
3|1|21|35|supplier|Fashion|supplier|supplier|767 Fifth Ave.|10153|New York|(212) 336-1440|2026-11-23 09:31:27|2026-11-23 09:31:27|~|~|~|~|~|~
4|~|21|35|manufacturer|Fashion|manufacturer|manufacturer|767 Fifth Ave.|10154|New York|(212) 336-1666|2026-11-23 09:31:27|2026-11-23 09:31:27|1|~|~|~|~|~
6|2|8|~|accessories_supplier|Accessories and Co|accessories|accessories|42 Avenue Maréchal Soult|64990|Bayonne|0102030405|2026-11-23 09:31:27|2026-11-23 09:31:27|~|~|~|~|~|~
1|~|17|~|Anonymous|Anonymous|Anonymous|Anonymous|Anonymous|00000|Anonymous|0000000000|2026-11-23 09:31:22|2026-11-23 09:31:22|~|1|0000|0000000000|0000|~
2|~|8|~|Mon adresse|My Company|DOE|John|16, Main street|75002|Paris |0102030405|2026-11-23 09:31:27|2026-11-23 09:31:27|~|2|~|~|~|2nd floor
5|~|17|~|Home|~|DOE|John|16 Main Street|SW1A 1AA|London|~|2026-11-23 09:31:27|2026-11-23 09:31:27|~|2|~|~|~|~
`,
);

export const carts = table(
  "id|cart_rows(id_product,id_product_attribute,id_address_delivery,id_customization,quantity)",
  String.raw`
1|1/1/3/0/1,2/9/3/0/1
2|4/18/3/0/1,8/0/3/0/1
3|16/28/3/0/1
4|16/29/3/0/1
5|10/25/3/0/1
`,
  {
    id_address_delivery: "5",
    id_address_invoice: "5",
    id_currency: "1",
    id_customer: "2",
    id_guest: "1",
    id_lang: "1",
    id_shop_group: "1",
    id_shop: "1",
    id_carrier: "2",
    delivery_option: '{"3":"2,"}',
    secure_key: "b44a6d9efd7a0076a0fbce6b15eaf3b1",
    date_add: "2026-11-23 09:31:27",
    date_upd: "2026-11-23 09:31:27",
  },
);

export const orders = table(
  "id|id_cart|current_state|module|note|payment|total_paid|total_paid_tax_incl|total_paid_tax_excl|total_products|total_products_wt|total_shipping|total_shipping_tax_incl|total_shipping_tax_excl|reference",
  String.raw`
1|1|6|ps_checkpayment|Test|Payment by check|61.800000|68.200000|66.800000|59.800000|59.800000|7.000000|8.400000|7.000000|XKBKNABJK
2|2|1|ps_checkpayment|~|Payment by check|169.900000|169.900000|169.900000|169.900000|169.900000|~|~|~|OHSATSERP
3|3|8|ps_checkpayment|~|Payment by check|14.900000|21.300000|19.900000|12.900000|12.900000|7.000000|8.400000|7.000000|UOYEVOLI
4|4|1|ps_checkpayment|~|Payment by check|14.900000|21.300000|19.900000|12.900000|12.900000|7.000000|8.400000|7.000000|FFATNOMMJ
5|5|10|ps_wirepayment|~|Bank wire|20.900000|27.300000|25.900000|18.900000|18.900000|7.000000|8.400000|7.000000|KHWLILZLL
`,
  {
    id_address_delivery: "5",
    id_address_invoice: "5",
    id_currency: "1",
    id_lang: "1",
    id_customer: "2",
    id_carrier: "2",
    date_add: "2026-11-23 09:31:27",
    date_upd: "2026-11-23 09:31:27",
    secure_key: "b44a6d9efd7a0076a0fbce6b15eaf3b1",
    conversion_rate: "1.000000",
  },
);

export const orderDetails = table(
  "id|id_order|product_id|product_attribute_id|product_name|product_quantity|product_quantity_in_stock|product_price|product_reference|unit_price_tax_incl|unit_price_tax_excl|total_price_tax_incl|total_price_tax_excl|original_product_price",
  String.raw`
1|1|1|1|Hummingbird printed t-shirt - Color : White, Size : S|1|1|23.900000|demo_1|23.900000|23.900000|23.900000|23.900000|23.900000
2|1|2|9|Hummingbird printed sweater - Color : White, Size : S|1|1|35.900000|demo_3|35.900000|35.900000|35.900000|35.900000|35.900000
3|2|4|18|The adventure begins Framed poster - Size : 80x120cm|2|3|79.000000|demo_5|79.000000|79.000000|158.000000|158.000000|79.000000
4|2|8|~|Mug Today is a good day|1|1|11.900000|demo_13|11.900000|11.900000|11.900000|11.900000|11.900000
5|3|16|28|Mountain fox notebook Style : Ruled|1|1|12.900000|demo_8|12.900000|12.900000|12.900000|12.900000|12.900000
6|4|16|29|Mountain fox notebook Style : Plain|1|1|12.900000|demo_8|12.900000|12.900000|12.900000|12.900000|12.900000
7|5|10|25|Brown bear cushion Color : Black|1|1|18.900000|demo_16|18.900000|18.900000|18.900000|18.900000|18.900000
`,
  { original_wholesale_price: "5.490000" },
);

export const orderCarriers = table(
  "id|id_order",
  String.raw`
1|1
2|2
3|3
4|4
5|5
`,
  {
    id_carrier: "2",
    shipping_cost_tax_excl: "7.000000",
    shipping_cost_tax_incl: "8.400000",
    date_add: "2026-11-23 09:31:27",
  },
);

export const orderHistories = table(
  "id|id_order_state|id_order|id_employee",
  String.raw`
1|1|1|~
2|1|2|~
3|1|3|~
4|1|4|~
5|10|5|~
6|6|1|1
7|8|3|1
`,
  { date_add: "2026-11-23 09:31:27" },
);

export const groups = table(
  "id|name",
  String.raw`
1|Visitor
2|Guest
3|Customer
`,
  { show_prices: "1" },
);
