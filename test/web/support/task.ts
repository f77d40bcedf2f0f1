import type { TaskDetail } from "../../../src/contract/tasks";

/** A task of which nothing is known yet, changed where a test says so. */
export const aTask = (change: Partial<TaskDetail> = {}): TaskDetail => ({
  id: "t1",
  kind: "push-products",
  state: "running",
  total: null,
  counts: {},
  problem: null,
  startedBy: "Ada",
  createdAt: 0,
  finishedAt: null,
  confirmBy: null,
  action: null,
  items: [],
  next: null,
  ...change,
});
