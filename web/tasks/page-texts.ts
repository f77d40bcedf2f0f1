/** The words of the pages of tasks. */
import { taskPages } from "../../src/i18n/en/ui/task-pages";
import { tasks } from "../../src/i18n/en/ui/tasks";
import { speaking } from "../i18n/speaking";

export const { t, tValue } = speaking({ taskPages, tasks });
