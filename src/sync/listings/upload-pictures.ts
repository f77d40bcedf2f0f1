/**
 * The pictures that a write refers to. A picture that cannot be used costs itself, not the product: the
 * gallery goes without it while another is good, and options go without pictures, since TikTok Shop
 * wants one of every value of an option or of none (12052522).
 */
import { asSyncError, SyncError } from "../../domain/errors/sync-error";
import type { Reason } from "../../domain/errors/reason";
import type { ListingWrite } from "../../domain/listings/plan-writes";
import { isSkuField, type ContentField } from "../../domain/listings/sent-content";
import type { StockedPlan } from "../../domain/stock/offer-stock";
import type { Uris } from "./send-listing";
import { uploadImages, type RepairedImage, type UploadImagesDeps } from "./upload-images";

export interface UploadedPictures {
  uris: Uris;
  /** Why nothing can be sent; empty where the write can go on. */
  refused: readonly Reason[];
  /** What is sent without its picture. */
  notices: readonly Reason[];
}

/** Throws SyncError("retry") where a later download may succeed. */
export async function uploadPictures(
  deps: UploadImagesDeps,
  plan: StockedPlan,
  write: ListingWrite,
): Promise<UploadedPictures> {
  const isPartial = write.kind === "edit";
  const isSent = (field: ContentField) => !write.kept.includes(field);
  const hasGallery = isSent("images") && (!isPartial || write.fields.includes("images"));
  const hasSkus = isSent("optionImages") && (!isPartial || write.fields.some(isSkuField));
  const pictures = plan.skus.flatMap(({ options }) =>
    options.flatMap(({ imageUrl }) => imageUrl ?? []),
  );
  const main = await uploadImages(deps, "main", hasGallery ? plan.imageUrls : []);
  const isUseless = hasGallery && main.uris.size === 0;
  if (isUseless) return { uris: NO_URIS, refused: main.reasons, notices: [] };
  const option = await uploadImages(deps, "option", hasSkus ? pictures : []);
  const hasAll = option.reasons.length === 0;
  return {
    uris: { main: main.uris, option: hasAll ? option.uris : NO_URIS.option },
    refused: [],
    notices: [
      ...leftOut("listing.images_left_out", main.reasons),
      ...leftOut("listing.option_images_left_out", option.reasons),
      ...madeAnew([...main.repaired, ...option.repaired]),
    ],
  };
}

/** The channel names a refused picture by its own uri; the store's address says which one that is. */
export function withPictureUrl(caught: unknown, { main, option }: Uris): SyncError {
  const error = asSyncError(caught);
  const said = String(error.facts["vendorMessage"] ?? "");
  const [url] = [...main, ...option].find(([, uri]) => said.includes(uri)) ?? [];
  if (url === undefined) return error;
  return new SyncError(error.remedy, error.code, { ...error.facts, url }, { cause: caught });
}

const NO_URIS: Uris = { main: new Map(), option: new Map() };

/** One notice for all of them, with what was wrong. */
function madeAnew(repaired: readonly RepairedImage[]): Reason[] {
  if (repaired.length === 0) return [];
  const urls = [...new Set(repaired.map(({ url }) => url))];
  const faults = [...new Set(repaired.flatMap((one) => one.faults))];
  return [{ code: "listing.images_repaired", facts: { urls, faults } }];
}

/** One notice for all pictures of a use, with their addresses. */
function leftOut(code: string, reasons: readonly Reason[]): Reason[] {
  const urls = reasons.flatMap(({ facts }) =>
    typeof facts["url"] === "string" ? facts["url"] : [],
  );
  return reasons.length > 0 ? [{ code, facts: { urls } }] : [];
}
