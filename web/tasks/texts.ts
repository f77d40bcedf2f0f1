/** The words of tasks. */
import { tasks } from "../../src/i18n/en/ui/tasks";
import { speaking } from "../i18n/speaking";

export const { t, tValue } = speaking({ tasks });
