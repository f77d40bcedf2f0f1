/** The words of what an item changed. */
import { taskChanges } from "../../src/i18n/en/ui/task-changes";
import { tasks } from "../../src/i18n/en/ui/tasks";
import { speaking } from "../i18n/speaking";

export const { t, tValue } = speaking({ taskChanges, tasks });
