/** Every kind of task: what it is stored with and how it runs. */
import type * as z from "zod";
import { SyncError } from "../domain/errors/sync-error";
import { isTaskKind, TASK_KINDS, type TaskKind } from "../domain/tasks/task-kind";
import type { AnyKind, ItemKind } from "./kind";
import { applySheet } from "./kinds/apply-sheet";
import { changeListingState } from "./kinds/change-listing-state";
import { findListings } from "./kinds/find-listings";
import { mapListings } from "./kinds/map-listings";
import { pullProducts } from "./kinds/pull-products";
import { pushProducts } from "./kinds/push-products";
import { reconcile } from "./kinds/reconcile";
import { refreshListings } from "./kinds/refresh-listings";
import { refreshOrders } from "./kinds/refresh-orders";
import { repullProducts } from "./kinds/repull-products";
import { suggestCategories } from "./kinds/suggest-categories";
import { syncMissedOrders } from "./kinds/sync-missed-orders";
import { updatePrice } from "./kinds/update-price";
import { updateStock } from "./kinds/update-stock";
import type { Selected } from "./kinds/selection";

export const KINDS = {
  "pull-products": pullProducts,
  "push-products": pushProducts,
  "repull-products": repullProducts,
  "update-stock": updateStock,
  "update-price": updatePrice,
  "change-listing-state": changeListingState,
  "refresh-listings": refreshListings,
  "suggest-categories": suggestCategories,
  "refresh-orders": refreshOrders,
  "find-listings": findListings,
  "map-listings": mapListings,
  "apply-sheet": applySheet,
  reconcile,
  "sync-missed-orders": syncMissedOrders,
} as const satisfies Record<TaskKind, unknown>;

export type ParametersOf<K extends TaskKind> = z.infer<(typeof KINDS)[K]["parameters"]>;

/** The kinds that work on chosen products. */
export type SelectedKind = {
  [K in TaskKind]: ParametersOf<K> extends Selected ? K : never;
}[TaskKind];

type Parameters = ParametersOf<TaskKind>;

const BY_NAME: Readonly<Record<TaskKind, AnyKind<Parameters>>> = KINDS;

/** Kinds whose tasks run by messages; the others are the ledger's. */
export const MESSAGE_KINDS = TASK_KINDS.filter((name) => BY_NAME[name].runs !== "ledger");

/** A stored kind; undefined for a name this version does not know. */
export function findKind(stored: string): AnyKind<Parameters> | undefined {
  return isTaskKind(stored) ? BY_NAME[stored] : undefined;
}

/** The kind's name as a known one. Throws SyncError defect `task.kind_unknown`. */
export function kindNameOf({ kind }: { kind: string }): TaskKind {
  if (!isTaskKind(kind)) throw unknownKind(kind);
  return kind;
}

/** Throws SyncError defect `task.kind_unknown`. */
export function kindOf(stored: { kind: string }): AnyKind<Parameters> {
  return BY_NAME[kindNameOf(stored)];
}

/** The kind of a task that consists of items. Throws SyncError defect `task.kind_unknown`. */
export function itemKindOf(stored: { kind: string }): ItemKind<Parameters> {
  const kind = kindOf(stored);
  if (kind.runs !== "items") throw unknownKind(stored.kind);
  return kind;
}

/** Parameters as the kind reads them; unreadable ones are a SyncError defect `task.kind_unknown`. */
export function readParameters(
  kind: AnyKind<Parameters>,
  stored: { kind: string; parameters: unknown },
): Parameters {
  const read = kind.parameters.safeParse(stored.parameters);
  if (!read.success) throw unknownKind(stored.kind);
  return read.data;
}

function unknownKind(kind: string): SyncError {
  return new SyncError("defect", "task.kind_unknown", { kind });
}
