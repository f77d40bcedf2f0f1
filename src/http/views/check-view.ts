/** The stored checks of products as pages show them: what stands in the way, and whether it is up to date. */
import type { ProductRow } from "../../contract/catalogue";
import type { ConnectionRow } from "../../db/connections/connections";
import type { JoinedProduct } from "../../db/catalogue/read-products";
import { toListingDetails } from "../../domain/listings/listing-details";
import { listedAs } from "../../domain/listings/listing-origin";
import { checkKey } from "../../sync/listings/check-products";
import { readShared } from "../../sync/listings/shared-inputs";
import { checkPorts } from "../../tasks/check-ports";
import type { AppServices } from "../context";

export type CheckView = Pick<ProductRow, "check" | "missing" | "hasChanges">;

export const UNCHECKED: CheckView = { check: "open", missing: [], hasChanges: false };

/** By product id. A check counts while the product's present inputs have its key. */
export async function readCheckViews(
  services: Pick<AppServices, "db" | "now" | "channelPlatform">,
  connection: ConnectionRow,
  rows: readonly JoinedProduct[],
): Promise<ReadonlyMap<string, CheckView>> {
  const products = rows.map((row) => ({ row, categoryId: categoryIdOf(row) }));
  const ids = products.map(({ categoryId }) => categoryId);
  const ports = checkPorts(services, connection);
  const shared = await readShared(ports, ids, { bodies: false });
  const views = products.map(async ({ row: { product, check, listing }, categoryId }) => {
    const { contentHash, deletedAt } = product;
    const details = toListingDetails(product.details);
    const sentVersion = listing?.sentVersion ?? 0;
    const own = { contentHash, deletedAt, details, listedAs: listedAs(listing), sentVersion };
    const inputs = { categoryId, ...own };
    const key = await checkKey(shared, inputs, ports.facts.syncRules);
    return [product.productId, toView(check, key)] as const;
  });
  return new Map(await Promise.all(views));
}

const categoryIdOf = ({ product, mappedId }: JoinedProduct) =>
  product.channelCategoryId ?? mappedId;

function toView(check: JoinedProduct["check"], key: string | undefined): CheckView {
  if (!check) return UNCHECKED;
  if (check.inputKey !== key) return { ...UNCHECKED, check: "outdated" };
  return { check: "done", missing: [...check.reasons], hasChanges: check.hasChanges };
}
