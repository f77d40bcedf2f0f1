/**
 * Everything the routes, the queue, cron and the ledger may ask of the catalogue.
 * Signatures are settled; bodies follow in the next commits.
 */
import type {
  CategoryRow,
  ChannelCategoryRow,
  ListingDetails,
  ProductRequirements,
  Selection,
  TaskRow,
} from "../http/api";
import type { Observation } from "../ledger/ledger-api";
import { SyncError } from "../domain/sync-error";
import type { Services } from "../services";

/** Shop-local days ("2026-01-31"), inclusive; `sinceLastPull` wins over them. */
export interface PullParams {
  from?: string;
  until?: string;
  sinceLastPull?: boolean;
}

const notYet = (..._: unknown[]): never => {
  throw new SyncError("defect", "weft.unfinished");
};

export const startPull: (
  services: Services,
  connectionId: string,
  params: PullParams,
  startedBy: string,
) => Promise<{ taskId: string }> = notYet;
export const startPush: (
  services: Services,
  connectionId: string,
  selection: Selection,
  startedBy: string,
) => Promise<{ taskId: string; count: number }> = notYet;
export const startListingState: (
  services: Services,
  connectionId: string,
  selection: Selection,
  action: "activate" | "deactivate",
  startedBy: string,
) => Promise<{ taskId: string; count: number }> = notYet;
export const startRefreshListings: (
  services: Services,
  connectionId: string,
  selection: Selection,
  startedBy: string,
) => Promise<{ taskId: string; count: number }> = notYet;
export const startSuggest: (
  services: Services,
  connectionId: string,
  startedBy: string,
) => Promise<{ taskId: string }> = notYet;
/** Makes the visible task and asks the ledger to poll; the ledger settles it. */
export const startRefreshOrders: (
  services: Services,
  connectionId: string,
  startedBy: string,
) => Promise<{ taskId: string }> = notYet;
/** A new task over the failed items. SyncError merchant `task.not_found`, `task.nothing_failed`. */
export const retryTask: (
  services: Services,
  connectionId: string,
  taskId: string,
  startedBy: string,
) => Promise<{ taskId: string }> = notYet;
export const cancelTask: (
  services: Services,
  connectionId: string,
  taskId: string,
) => Promise<TaskRow> = notYet;
export const runTask: (services: Services, taskId: string, attempt: number) => Promise<void> =
  notYet;
export const sweepTasks: (services: Services) => Promise<void> = notYet;
export const observeProductIds: (
  services: Services,
  connectionId: string,
  ids: readonly string[],
) => Promise<Observation[]> = notYet;
export const refreshListing: (
  services: Services,
  connectionId: string,
  channelProductId: string,
) => Promise<void> = notYet;
export const countSelection: (
  services: Services,
  connectionId: string,
  selection: Selection,
) => Promise<number> = notYet;
export const acceptSuggestions: (
  services: Services,
  connectionId: string,
  ids?: readonly string[],
) => Promise<{ accepted: number }> = notYet;
/** `null` removes the mapping. SyncError merchant `category.not_leaf`, `category.forbidden`, `category.unknown`. */
export const mapCategory: (
  services: Services,
  connectionId: string,
  sourceCategoryId: string,
  categoryId: string | null,
) => Promise<CategoryRow> = notYet;
export const overrideCategory: (
  services: Services,
  connectionId: string,
  productId: string,
  categoryId: string | null,
) => Promise<void> = notYet;
/** Refreshes the cached tree when it is older than a day. */
export const searchChannelCategories: (
  services: Services,
  connectionId: string,
  search: string,
) => Promise<ChannelCategoryRow[]> = notYet;
export const browseChannelCategories: (
  services: Services,
  connectionId: string,
  parent: string,
) => Promise<ChannelCategoryRow[]> = notYet;
export const readRequirements: (
  services: Services,
  connectionId: string,
  productId: string,
) => Promise<ProductRequirements> = notYet;
export const saveDetails: (
  services: Services,
  connectionId: string,
  productId: string,
  details: ListingDetails,
) => Promise<void> = notYet;
