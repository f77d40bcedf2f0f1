/** The words of a task that waits for a confirmation. */
import { taskConfirm } from "../../src/i18n/en/ui/task-confirm";
import { taskPages } from "../../src/i18n/en/ui/task-pages";
import { speaking } from "../i18n/speaking";

export const { t } = speaking({ taskConfirm, taskPages });
