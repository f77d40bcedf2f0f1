// Lists a product as a seller does in Seller Center: no call of an app returns its ids. It knows neither
// the form nor the control API.
import { recommendCategory } from "../categories/recommend";
import { nextNumber, type Context } from "../context";
import { text } from "../fields";
import type { Image } from "../media/images";
import { ControlError } from "../../control-error";
import { marketOf } from "../markets/markets";
import { allShops, defaultWarehouse } from "../shops/shop";
import { checkPrice, checkQuantity } from "./check-offers";
import { checkTitle } from "./check-text";
import type { Product } from "./product";
import { insertProduct } from "./write";

/** What the seller fills in; the price is a decimal text in the shop's currency. */
export interface NewProduct {
  /** Absent: the first shop. */
  shopId?: string;
  title: string;
  sellerSku: string;
  price: string;
  quantity: number;
  /** SKUs of one option, in place of the one of `sellerSku`. */
  variants?: readonly { value: string; sellerSku: string; barcode?: string }[];
}

/** A candle, 160 by 160. */
const PICTURE =
  "iVBORw0KGgoAAAANSUhEUgAAAKAAAACgAgMAAAD2oY++AAAADFBMVEXs59y8lmDihCxGQjyTZX4pAAAA" +
  "ZklEQVR42u3UsQ2AMBQD0UCZhj0yBUuwD6OkRJ6OEaBMaQk3KHf1ayJ9pxQiIvpBTSaUTsutUrdgla4s" +
  "bJKy8HXes4HzwPyZ5adgr9Detf9TbDfwG1yOoR0IBAKBQCAQCAxBIpqqB49ZXoGZ2B0MAAAAAElFTkSu" +
  "QmCC";

/** Lists a product, which is audited like any other. Throws a ControlError with the reason of a refusal. */
export function addProduct(context: Context, wanted: NewProduct): Product {
  const shops = allShops(context);
  const shop = wanted.shopId ? shops.find(({ id }) => id === wanted.shopId) : shops[0];
  if (!shop) throw new ControlError(`There is no shop ${wanted.shopId ?? ""}.`);
  const market = marketOf(shop.region);
  const title = text(wanted.title).trim();
  const price = { amount: text(wanted.price), currency: market.currency };
  const [issue] = [
    ...checkTitle({ title }, market),
    ...checkPrice(price, market),
    ...checkQuantity(context, wanted.quantity),
  ];
  if (issue) throw new ControlError(issue.message);
  const warehouse = defaultWarehouse(context, shop.id);
  return insertProduct(context, shop, {
    title,
    description: `<p>${title}</p>`,
    category_id: recommendCategory(title)?.id ?? "",
    main_images: [{ uri: drawPicture(context) }],
    skus: (wanted.variants ?? [{ sellerSku: wanted.sellerSku, value: "" }]).map(
      ({ sellerSku, value, barcode }) => ({
        seller_sku: text(sellerSku).trim(),
        price,
        inventory: [{ warehouse_id: warehouse.id, quantity: wanted.quantity }],
        ...(value ? { sales_attributes: [{ name: "Variant", value_name: value }] } : {}),
        ...(barcode ? { identifier_code: { code: barcode, type: "EAN" } } : {}),
      }),
    ),
  });
}

function drawPicture(context: Context): string {
  const name = nextNumber(context).toString(16).padStart(32, "0");
  const uri = `tos-useast2a-i-o3syd03w52-no1a/${name}`;
  const size = { width: 160, height: 160 };
  const image: Image = { uri, useCase: "MAIN_IMAGE", format: "PNG", ...size, bytes: PICTURE };
  context.storage.put("tts:image", uri, image);
  return uri;
}
