import type { Context } from "../context";
import { ApiError } from "../envelope";
import { present, records, text } from "../fields";
import { findImage } from "../media/images";
import { shopRoute, type ApiRequest, type Route } from "../request";
import { marketOf } from "../markets/markets";
import type { Shop } from "../shops/shop";
import { attributesOf, rulesOf, type Condition } from "./attributes";
import { recommendCategory } from "./recommend";
import { CATEGORIES, categoryChain, categoryOf, categoryView, type Category } from "./tree";
import { checkVersion } from "./version";

/** A category as the first version shows it: it has three levels, and the third is final. */
const asFirstVersion = (category: Category): Category =>
  category.level === 3 ? { ...category, isLeaf: true } : category;

function listCategories(context: Context, { query }: ApiRequest, shop: Shop): unknown {
  const version = checkVersion(context, shop.region, query.get("category_version") ?? "");
  const keyword = (query.get("keyword") ?? "").toLowerCase();
  const prohibited = query.get("include_prohibited_categories") === "true";
  const rows = CATEGORIES.filter(
    (category) =>
      (version === "v2" || category.level <= 3) &&
      (prohibited || !category.permissions.includes("PROHIBITED")) &&
      category.name.toLowerCase().includes(keyword),
  );
  const shown = version === "v2" ? rows : rows.map(asFirstVersion);
  return { categories: shown.map(categoryView) };
}

function recommend(context: Context, { body }: ApiRequest, shop: Shop): unknown {
  checkVersion(context, shop.region, text(body["category_version"]));
  const title = text(body["product_title"]).trim();
  if (title === "") throw new ApiError(12052261, "product name is empty");
  if (title.length > marketOf(shop.region).titleMaximum)
    throw new ApiError(12052051, "The product name exceed max limit characters");
  for (const image of records(body["images"]))
    if (!findImage(context, text(image["uri"])))
      throw new ApiError(12052722, "The image URI does not exist in TikTok Shop.");
  const found = recommendCategory(title);
  if (!found)
    throw new ApiError(
      12019064,
      "No matching categories. Provide the full name of your product, edit its product properties, and try again.",
    );
  if (found.permissions.includes("NON_MAIN_CATEGORY"))
    throw new ApiError(12052912, "No matching category found within your account's main category.");
  const categories = categoryChain(found.id).map((category) => ({
    id: category.id,
    name: category.name,
    level: category.level,
    is_leaf: category.isLeaf,
    permission_statuses: category.permissions,
  }));
  return { leaf_category_id: found.id, categories };
}

function leafOf(context: Context, { params, query }: ApiRequest, shop: Shop): Category {
  checkVersion(context, shop.region, query.get("category_version") ?? "");
  const category = categoryOf(params["category_id"] ?? "");
  if (!category) throw new ApiError(12052023, "Category does not exist");
  if (!category.isLeaf) throw new ApiError(12052024, "Category is not final category");
  return category;
}

const conditionsView = (conditions: readonly Condition[]) =>
  conditions.length === 0
    ? undefined
    : conditions.map((condition) => ({
        condition_type: "VALUE_ID_MATCH",
        attribute_id: condition.attributeId,
        attribute_value_id: condition.valueId,
      }));

/** The attributes of a leaf; `is_requried` is spelled as on the wire. */
function listAttributes(context: Context, request: ApiRequest, shop: Shop): unknown {
  const attributes = attributesOf(leafOf(context, request, shop)).map((attribute) =>
    present({
      id: attribute.id,
      name: attribute.name,
      type: attribute.type,
      is_requried: attribute.isRequired,
      is_customizable: attribute.isCustomizable,
      is_multiple_selection: attribute.isMultiple,
      value_data_format: attribute.isNumber ? "POSITIVE_INT_OR_DECIMAL" : undefined,
      values: attribute.values.length > 0 ? attribute.values : undefined,
      requirement_conditions: conditionsView(attribute.conditions),
    }),
  );
  return { attributes };
}

function listRules(context: Context, request: ApiRequest, shop: Shop): unknown {
  const category = leafOf(context, request, shop);
  if (category.permissions.includes("PROHIBITED"))
    throw new ApiError(12052220, "This category is prohibited or unsupported on TikTok Shop.");
  const rules = rulesOf(category, marketOf(shop.region));
  const product_certifications = rules.certifications.map((certificate) =>
    present({
      id: certificate.id,
      name: certificate.name,
      is_required: certificate.isRequired,
      document_details: `Upload the ${certificate.name.toLowerCase()} as PDF or picture.`,
      requirement_conditions: conditionsView(certificate.conditions),
      expiration_date: { is_required: certificate.expiryRequired },
    }),
  );
  return {
    product_certifications,
    size_chart: {
      is_supported: rules.sizeChart !== "none",
      is_required: rules.sizeChart === "required",
    },
    cod: { is_supported: false },
    package_dimension: { is_required: rules.dimensionsRequired },
    epr: { is_required: false },
    responsible_person: { is_required: rules.partiesRequired },
    manufacturer: { is_required: rules.partiesRequired },
  };
}

const SCOPE = "seller.product.basic";

export const categoryRoutes: readonly Route[] = [
  shopRoute("GET", "/product/202309/categories", SCOPE, listCategories),
  shopRoute("POST", "/product/202309/categories/recommend", SCOPE, recommend),
  shopRoute("GET", "/product/202309/categories/{category_id}/attributes", SCOPE, listAttributes),
  shopRoute("GET", "/product/202309/categories/{category_id}/rules", SCOPE, listRules),
];
