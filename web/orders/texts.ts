/** The words of the list of orders. */
import { orders } from "../../src/i18n/en/ui/orders";
import { facts } from "../../src/i18n/en/ui/facts";
import { speaking } from "../i18n/speaking";

export const { t, tValue } = speaking({ orders, facts });
