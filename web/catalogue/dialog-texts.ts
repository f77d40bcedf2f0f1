/** The words of the dialogs over the list of products. */
import { productDialogs } from "../../src/i18n/en/ui/product-dialogs";
import { speaking } from "../i18n/speaking";

export const { t } = speaking({ productDialogs });
