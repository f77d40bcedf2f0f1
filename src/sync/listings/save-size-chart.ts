import { SyncError } from "../../domain/errors/sync-error";
import type { StoredProduct } from "../../domain/catalogue/product-record";
import type { ChannelSession } from "../../platforms/channel";
import { saveDetails, type SaveDetailsDeps } from "./save-details";
import { uploadSizeChart, type SentFile } from "./upload-files";

export interface SaveSizeChartDeps extends SaveDetailsDeps {
  products: SaveDetailsDeps["products"] & {
    find(productId: string): Promise<Pick<StoredProduct, "productId"> | undefined>;
  };
  openChannel(): Promise<Pick<ChannelSession, "uploadImage">>;
}

/**
 * Uploads a PNG or JPEG as the size chart of a product and keeps its uri with the details. SyncError
 * merchant `product.not_found` and those of `uploadSizeChart`.
 */
export async function saveSizeChart(
  deps: SaveSizeChartDeps,
  productId: string,
  file: SentFile,
): Promise<void> {
  if (!(await deps.products.find(productId)))
    throw new SyncError("merchant", "product.not_found", { productId });
  const sizeChart = await uploadSizeChart(deps, file);
  await saveDetails(deps, productId, { sizeChart });
}
