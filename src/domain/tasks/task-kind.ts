/** Every kind of bulk work, by the name it is stored under. A stored name never changes. */
export const TASK_KINDS = [
  "pull-products",
  "push-products",
  "repull-products",
  "update-stock",
  "update-price",
  "change-listing-state",
  "refresh-listings",
  "suggest-categories",
  "refresh-orders",
  "find-listings",
  "map-listings",
  "apply-sheet",
  "reconcile",
  "sync-missed-orders",
] as const;

export type TaskKind = (typeof TASK_KINDS)[number];

export function isTaskKind(name: string): name is TaskKind {
  return (TASK_KINDS as readonly string[]).includes(name);
}

/** The key of a kind's wording in the interface. */
export type TaskWording = `task.kind.${TaskKind}`;
