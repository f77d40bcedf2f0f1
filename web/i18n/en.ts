/** The message catalogue: one flat object, a function where a message has parameters. */
import { account } from "./en/account";
import { common } from "./en/common";
import { connections } from "./en/connections";
import { health } from "./en/health";
import { orders } from "./en/orders";
import { products } from "./en/products";
import { settings } from "./en/settings";
import { tasks } from "./en/tasks";

export const en = {
  ...common,
  ...account,
  ...connections,
  ...products,
  ...orders,
  ...tasks,
  ...settings,
  ...health,
};
