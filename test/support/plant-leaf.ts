import { channelCategory, channelCategoryRule } from "../../src/db/schema/categories";
import type { Database } from "../../src/db/database";
import { findConnection } from "../../src/db/connections/connections";
import { RULES_SHAPE_VERSION } from "../../src/domain/listings/listing-rules";
import { checkNow } from "../../src/sync/listings/check-products";
import { checkPorts } from "../../src/tasks/check-ports";
import type { Services } from "../../src/tasks/services";

/** A category of the channel in which the shop may sell and which asks for nothing. */
export async function plantLeaf(
  db: Database,
  connectionId: string,
  { categoryId, path }: { categoryId: string; path: string },
): Promise<void> {
  const key = { connectionId, categoryId };
  const node = { parentId: "0", name: path, path, isLeaf: true, permission: "available" };
  await db.insert(channelCategory).values({ ...key, ...node, readAt: 1 });
  const body = { rules: { certifications: [] }, attributes: [] };
  const shapeVersion = RULES_SHAPE_VERSION;
  await db
    .insert(channelCategoryRule)
    .values({ ...key, body, shapeVersion, bodyHash: "x", readAt: 1 });
}

/** Checks products now, whatever state the connection is in. */
export async function checkPlanted(services: Services, connectionId: string, ids: string[]) {
  const row = await findConnection(services.db, connectionId);
  if (!row) throw new Error(`no connection ${connectionId}`);
  await checkNow(checkPorts(services, row), ids);
}
