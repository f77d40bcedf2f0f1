import { unixNow, type Context } from "../context";
import { schedule, unschedule } from "../due";
import { records, text, type Fields } from "../fields";
import { emitWebhook } from "../webhooks/outbox";
import { findProduct, findSku, putProduct, type Product } from "./product";

/** Words in a title that fail the audit, so that a test can cause a refusal. */
const REFUSED_TERMS = ["replica", "counterfeit", "knock-off"];

/** Starts the audit of a product and plans its end. */
export function startAudit(context: Context, product: Product): void {
  const updateTime = unixNow(context);
  putProduct(context, { ...product, audit: { status: "AUDITING", reasons: [] }, updateTime });
  const at = context.clock.now() + context.switches().auditSeconds * 1000;
  schedule(context, { kind: "audit", id: product.id, at });
  emitAudit(context, product, "AUDITING");
}

/** Ends the audit of a product with the result that its title causes. */
export function finishAudit(context: Context, productId: string): void {
  const product = findProduct(context, productId);
  if (!product) return unschedule(context, "audit", productId);
  const title = text((product.review ?? product.content)["title"]).toLowerCase();
  const found = REFUSED_TERMS.find((term) => title.includes(term));
  const reasons = found ? [`The title suggests an unauthorized copy: "${found}".`] : [];
  reviewProduct(context, productId, found ? "FAILED" : "APPROVED", reasons);
}

/** Ends an audit now, with the given result. */
export function reviewProduct(
  context: Context,
  productId: string,
  result: "APPROVED" | "FAILED",
  reasons: readonly string[] = [],
): void {
  unschedule(context, "audit", productId);
  const product = findProduct(context, productId);
  if (product?.audit.status !== "AUDITING") return;
  if (result === "APPROVED") approve(context, product);
  else refuse(context, product, reasons);
}

function approve(context: Context, product: Product): void {
  const { review, ...rest } = product;
  const goesLive = product.productStatus === "INITIAL" || product.activating;
  const approved: Product = {
    ...rest,
    productStatus: goesLive ? "ACTIVATE" : product.productStatus,
    activating: false,
    audit: { status: "APPROVED", reasons: [] },
    content: review ?? product.content,
    updateTime: unixNow(context),
  };
  putProduct(context, approved);
  if (review) dropRemovedSkus(context, product.content, review);
  emitAudit(context, approved, "APPROVED");
  if (goesLive)
    emitStatus(context, approved, "PRODUCT_FIRST_PASS_REVIEW", "PRODUCT_STATUS_CHANGED");
  else if (review) emitChanges(context, approved, product.content);
}

function refuse(context: Context, product: Product, reasons: readonly string[]): void {
  const { review: _dropped, ...rest } = product;
  const refused: Product = {
    ...rest,
    activating: false,
    audit: { status: "FAILED", reasons: reasons.length ? reasons : ["The listing was refused."] },
    updateTime: unixNow(context),
  };
  putProduct(context, refused);
  emitAudit(context, refused, "FAILED");
  emitStatus(context, refused, "PRODUCT_AUDIT_FAILURE");
}

function dropRemovedSkus(context: Context, before: Fields, after: Fields): void {
  const kept = records(after["skus"]).map((sku) => text(sku["id"]));
  for (const sku of records(before["skus"])) {
    const id = text(sku["id"]);
    if (!kept.includes(id) && findSku(context, id)) context.storage.delete("tts:sku", id);
  }
}

function emitAudit(context: Context, product: Product, status: string): void {
  const audit = { status, pre_approved_reasons: [] };
  const base = { product_id: product.id, audit, integrated_platform_statuses: [] };
  const data = { ...base, update_time: unixNow(context) };
  emitWebhook(context, product.shopId, "PRODUCT_AUDIT_STATUS_CHANGE", data);
}

/** Notifies the app of new statuses of a product. */
export function emitStatus(context: Context, product: Product, ...statuses: string[]): void {
  const reasons = product.audit.reasons.join(" ");
  for (const status of statuses)
    emitWebhook(context, product.shopId, "PRODUCT_STATUS_CHANGE", {
      product_id: product.id,
      status,
      suspended_reason: reasons,
      update_time: unixNow(context),
    });
}

const REPORTED_FIELDS = ["title", "description", "main_images", "product_attributes"];

/** Notifies the app of the changed fields of a live product. */
function emitChanges(context: Context, product: Product, before: Fields): void {
  if (product.productStatus !== "ACTIVATE") return;
  const differs = (name: string) =>
    JSON.stringify(before[name]) !== JSON.stringify(product.content[name]);
  const named = REPORTED_FIELDS.filter(differs);
  const update_time = unixNow(context);
  emitWebhook(context, product.shopId, "PRODUCT_INFORMATION_CHANGE", {
    product_id: product.id,
    change_source: "OPEN_API",
    changed_fields: named.length > 0 ? named : ["others"],
    update_time,
  });
  if (differs("category_id"))
    emitWebhook(context, product.shopId, "PRODUCT_CATEGORY_CHANGE", {
      product_id: product.id,
      previous_category_id: text(before["category_id"]),
      current_category_id: text(product.content["category_id"]),
      update_time,
    });
}
