/** The words of what happens to orders by itself. */
import { orderHandling } from "../../../src/i18n/en/ui/order-handling";
import { settings } from "../../../src/i18n/en/ui/settings";
import { speaking } from "../../i18n/speaking";

export const { t } = speaking({ orderHandling, settings });
