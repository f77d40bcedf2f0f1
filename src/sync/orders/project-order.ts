import { orderProblem } from "../../domain/errors/problem-key";
import { SyncError } from "../../domain/errors/sync-error";
import type { OrderProjection } from "../../domain/orders/order-projection";

export interface ProjectOrderDeps {
  /** Stores the projection unless a newer one is there. */
  saveOrder(projection: OrderProjection): Promise<void>;
  raiseProblem(key: string, error: SyncError): Promise<void>;
  clearProblem(key: string): Promise<void>;
}

/** The order changed, or only the shape in which orders are shown. */
export type ProjectionReason = "news" | "shape";

/**
 * Writes an order into the read model and, where it has news, opens or closes the problem shown
 * with it.
 */
export async function projectOrder(
  deps: ProjectOrderDeps,
  projection: OrderProjection,
  reason: ProjectionReason,
): Promise<void> {
  await deps.saveOrder(projection);
  if (reason === "shape") return;
  const key = orderProblem(projection.channelOrderId);
  const { problem } = projection;
  if (!problem) return deps.clearProblem(key);
  await deps.raiseProblem(key, new SyncError("merchant", problem.code, problem.facts));
}
