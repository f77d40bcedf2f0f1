/** The words of the page of an order. */
import { facts } from "../../src/i18n/en/ui/facts";
import { order } from "../../src/i18n/en/ui/order";
import { orders } from "../../src/i18n/en/ui/orders";
import { speaking } from "../i18n/speaking";

export const { t, tValue } = speaking({ facts, order, orders });
