import type { ParametersOf } from "./kinds";
import type { Services } from "./services";
import { sheetPorts } from "./sheet-ports";
import { startTask } from "./start-task";

/** Writes what an upload's valid rows say; answers how many rows that are. */
export async function startApplySheet(
  services: Services,
  connectionId: string,
  parameters: ParametersOf<"apply-sheet">,
  startedBy: string,
): Promise<{ taskId: string; count: number }> {
  const { upload, categoryId } = parameters;
  const count = await sheetPorts(services, connectionId).sheetRows.count(upload, categoryId);
  const task = await startTask(services, connectionId, {
    kind: "apply-sheet",
    subject: upload,
    parameters,
    startedBy,
  });
  return { ...task, count };
}
