/** The words of orders that the store does not have. */
import { facts } from "../../src/i18n/en/ui/facts";
import { missedOrders } from "../../src/i18n/en/ui/missed-orders";
import { orders } from "../../src/i18n/en/ui/orders";
import { speaking } from "../i18n/speaking";

export const { t, tValue } = speaking({ facts, missedOrders, orders });
