import { brandOf } from "../categories/brands";
import { categoryOf } from "../categories/tree";
import type { Context } from "../context";
import { text, type Fields } from "../fields";
import type { Shop } from "../shops/shop";
import { when, type Issue } from "./issue";

const RESTRICTED: Readonly<Record<string, Issue>> = {
  PROHIBITED: {
    code: 12052220,
    message: "This category is prohibited or unsupported on TikTok Shop. Select another category.",
  },
  INVITE_ONLY: {
    code: 12052223,
    message:
      "This category is restricted. To sell in this category, apply through the Qualification Center in Seller Center.",
  },
  NON_MAIN_CATEGORY: {
    code: 12052225,
    message:
      "You are not authorized to sell in this category because it does not fall under your shop's main category.",
  },
};

/** The category must be a leaf this seller may sell in. */
export function checkCategory(body: Fields): Issue[] {
  const id = text(body["category_id"]);
  if (!/^\d+$/.test(id)) return [{ code: 12052002, message: "Incorrect category format" }];
  const category = categoryOf(id);
  if (!category) return [{ code: 12052023, message: "Category does not exist" }];
  if (!category.isLeaf) return [{ code: 12052024, message: "Category is not final category" }];
  return category.permissions.flatMap((permission) => RESTRICTED[permission] ?? []);
}

/** A brand is optional; a given one must be known, available and, when well known, authorised. */
export function checkBrand(context: Context, shop: Shop, body: Fields): Issue[] {
  if (body["brand_id"] === undefined || body["brand_id"] === "") return [];
  const id = text(body["brand_id"]);
  if (!/^\d+$/.test(id)) return [{ code: 12019013, message: "brand id is invalid" }];
  const brand = brandOf(context, shop.sellerId, id);
  if (!brand) return [{ code: 12052026, message: "Brand does not exist" }];
  return [
    ...when(!brand.available, 12052200, "brand is expired"),
    ...when(
      brand.isTopBrand && !brand.authorized,
      12052208,
      "A brand authorization is required to publish this listing.",
    ),
  ];
}
