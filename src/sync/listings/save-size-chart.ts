import { imageKind } from "../../domain/listings/image-kind";
import { imageSize } from "../../domain/listings/image-size";
import { SyncError } from "../../domain/errors/sync-error";
import { fromBase64 } from "../../lib/base64";
import { sha256Bytes } from "../../lib/sha256-bytes";
import type { StoredProduct } from "../../domain/catalogue/product-record";
import type { ChannelSession } from "../../platforms/channel";
import { saveDetails, type SaveDetailsDeps } from "./save-details";

/** The channel's minimum for the shorter side of a size chart, in pixels. */
const MIN_SIDE = 1024;

export interface SaveSizeChartDeps extends SaveDetailsDeps {
  products: SaveDetailsDeps["products"] & {
    find(productId: string): Promise<Pick<StoredProduct, "productId"> | undefined>;
  };
  openChannel(): Promise<Pick<ChannelSession, "uploadImage">>;
}

/**
 * Uploads a PNG or JPEG as the size chart of a product and keeps its uri with the details. SyncError
 * merchant `product.not_found`, `size_chart.invalid`, `size_chart.too_small`.
 */
export async function saveSizeChart(
  deps: SaveSizeChartDeps,
  productId: string,
  { base64, fileName }: { base64: string; fileName: string },
): Promise<void> {
  if (!(await deps.products.find(productId)))
    throw new SyncError("merchant", "product.not_found", { productId });
  const bytes = toBytes(base64);
  const kind = imageKind(bytes);
  const size = imageSize(bytes);
  if (!kind || !size) throw new SyncError("merchant", "size_chart.invalid", { fileName });
  const { width, height } = size;
  if (Math.min(width, height) < MIN_SIDE)
    throw new SyncError("merchant", "size_chart.too_small", { width, height, minimum: MIN_SIDE });
  const channel = await deps.openChannel();
  // Named by its bytes: the merchant's file name may hold anything.
  const name = `${(await sha256Bytes(bytes)).slice(0, 16)}.${kind.extension}`;
  const { uri } = await channel.uploadImage(bytes, name, "size_chart");
  await saveDetails(deps, productId, { sizeChart: { uri } });
}

/** No bytes where the text is not base64. */
function toBytes(base64: string): Uint8Array<ArrayBuffer> {
  try {
    return fromBase64(base64);
  } catch {
    return new Uint8Array();
  }
}
