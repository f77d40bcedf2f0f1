// Settings, languages, money, carriers and order states of the demo store.
import { table } from "./table";

export const configurations = table(
  "id|value|name",
  String.raw`
8|1|PS_CARRIER_DEFAULT
7|17|PS_COUNTRY_DEFAULT
6|1|PS_CURRENCY_DEFAULT
103|cm|PS_DIMENSION_UNIT
1|1|PS_LANG_DEFAULT
9|0|PS_ORDER_OUT_OF_STOCK
122|6|PS_OS_CANCELED
121|5|PS_OS_DELIVERED
124|8|PS_OS_ERROR
123|7|PS_OS_REFUND
120|4|PS_OS_SHIPPING
127|11|PS_OS_WS_PAYMENT
250|1|PS_PACK_FEATURE_ACTIVE
255|0|PS_PACK_STOCK_TYPE
72|2|PS_PRICE_ROUND_MODE
273|2|PS_ROUND_TYPE
236|TestShop|PS_SHOP_NAME
15|1|PS_STOCK_MANAGEMENT
26|1|PS_TAX
66|Europe/London|PS_TIMEZONE
2|8.2.1|PS_VERSION_DB
31|kg|PS_WEIGHT_UNIT
`,
);

export const languages = table(
  "id|name|iso_code|locale|language_code|date_format_lite|date_format_full",
  String.raw`
1|English (English)|en|en-US|en-us|m/d/Y|m/d/Y H:i:s
2|English GB (English)|gb|en-GB|en-gb|Y-m-d|Y-m-d H:i:s
`,
  { active: "1" },
);

export const currencies = table(
  "id|names|name|symbol|iso_code|numeric_iso_code|precision|conversion_rate|active",
  String.raw`
1|British Pound|British Pound|£|GBP|826|2|1.000000|1
`,
);

export const shops = table(
  "id|id_shop_group|id_category|active|name|theme_name",
  String.raw`
1|1|2|1|TestShop|classic
`,
);

export const shopGroups = table("id|name|active", "1|Default|1");

export const shopUrls = table(
  "id|id_shop|active|main|domain|domain_ssl|physical_uri",
  String.raw`
1|1|1|1|shop.example|shop.example|/
`,
);

export const carriers = table(
  "id|id_reference|name|active|is_free|shipping_handling|delay|position|shipping_method|zones|flat_rate",
  String.raw`
1|1|Click and collect|1|1|0|Pick up in-store|~|~|1,2,7|~
2|2|My carrier|1|~|~|Delivery next day!|1|~|1,2,7|7.000000
3|3|My cheap carrier|~|~|~|Buy more to pay less!|2|2|1,2|5.000000
4|4|My light carrier|~|~|~|The lighter the cheaper!|3|1|1,2|5.000000
`,
  { id_tax_rules_group: "1" },
);

/** A row a zone of each carrier that is not free. */
export const deliveries = table(
  "id|id_carrier|id_zone|price",
  String.raw`
1|2|1|7.000000
2|2|2|7.000000
3|2|7|7.000000
4|3|1|5.000000
5|3|2|5.000000
6|4|1|5.000000
7|4|2|5.000000
`,
  { id_range_price: "1", id_range_weight: "0" },
);

export const orderStates = table(
  "id|send_email|module_name|color|name|template|invoice|logable|paid|pdf_invoice|delivery|shipped",
  String.raw`
1|1|ps_checkpayment|#34209E|Awaiting check payment|cheque|~|~|~|~|~|~
2|1|~|#3498D8|Payment accepted|payment|1|1|1|1|~|~
3|1|~|#3498D8|Processing in progress|preparation|1|1|1|~|1|~
4|1|~|#01B887|Shipped|shipped|1|1|1|~|1|1
5|~|~|#01B887|Delivered|~|1|1|1|~|1|1
6|1|~|#2C3E50|Canceled|order_canceled|~|~|~|~|~|~
7|1|~|#01B887|Refunded|refund|1|~|~|~|~|~
8|1|~|#E74C3C|Payment error|payment_error|~|~|~|~|~|~
9|1|~|#3498D8|On backorder (paid)|outofstock|1|~|1|~|~|~
10|1|ps_wirepayment|#34209E|Awaiting bank wire payment|bankwire|~|~|~|~|~|~
11|1|~|#3498D8|Remote payment accepted|payment|1|1|1|~|~|~
12|1|~|#34209E|On backorder (not paid)|outofstock|~|~|~|~|~|~
13|~|ps_cashondelivery|#34209E|Awaiting Cash On Delivery validation|cashondelivery|~|~|~|~|~|~
`,
  { unremovable: "1" },
);
