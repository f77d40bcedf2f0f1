/**
 * Keys of what a row of the outbox is about. An entity is a mutex: one step at a time runs for it.
 * The texts are stored and never change.
 */
import type { StepKind } from "./step-kinds";

export const orderEntity = (orderId: string) => `order:${orderId}`;
/** The read model's row of an order; written beside the order's own steps. */
export const projectionEntity = (orderId: string) => `projection:${orderId}`;
export const listingEntity = (channelProductId: string) => `listing:${channelProductId}`;
/** All products that events asked to read again. */
export const rereadEntity = (what: "product" | "stock") => `looks:${what}`;
/** Work on the connection as a whole. */
export const sweepEntity = (kind: StepKind) => kind;

/** The id in an entity: "123" of "order:123"; an entity without a colon is its own subject. */
export function subjectOf({ entity }: { entity: string }): string {
  return entity.slice(entity.indexOf(":") + 1);
}
