/** The words of parcels on the page of an order. */
import { parcels } from "../../src/i18n/en/ui/parcels";
import { speaking } from "../i18n/speaking";

export const { t } = speaking({ parcels });
