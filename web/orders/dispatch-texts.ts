/** The words of the dispatch clock. */
import { dispatch } from "../../src/i18n/en/ui/dispatch";
import { speaking } from "../i18n/speaking";

export const { t } = speaking({ dispatch });
