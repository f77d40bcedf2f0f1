/** What is said of a field the browser refuses. */
import { field } from "../../src/i18n/en/ui/field";
import { speaking } from "../i18n/speaking";

export const { t } = speaking({ field });
