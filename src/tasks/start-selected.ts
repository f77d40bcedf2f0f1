import { countProductsOf } from "../db/catalogue/product-filter";
import { canonicalText } from "../domain/canonical-text";
import { sha256 } from "../lib/sha256";
import type { ParametersOf, SelectedKind } from "./kinds";
import type { Services } from "./services";
import { startTask } from "./start-task";

interface Wish {
  /** The task lists its items and then waits until a person confirms it. */
  waitsForConfirmation?: boolean | undefined;
}

/**
 * Starts work on chosen products; answers how many products that are. SyncError merchant
 * `connection.incomplete`.
 */
export async function startSelected<K extends SelectedKind>(
  services: Services,
  connectionId: string,
  kind: K,
  parameters: ParametersOf<K>,
  startedBy: string,
  { waitsForConfirmation = false }: Wish = {},
): Promise<{ taskId: string; count: number }> {
  await services.openConnection(connectionId);
  const count = await countProductsOf(services.db, connectionId, parameters.selection);
  const subject = await sha256(canonicalText(parameters));
  const wanted = { kind, subject, parameters, startedBy, waitsForConfirmation };
  const task = await startTask(services, connectionId, wanted);
  return { ...task, count };
}
