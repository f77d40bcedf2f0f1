/** Every message of the pages: one flat object, a function where a message has parameters. */
import { account } from "./ui/account";
import { checkReasons } from "./ui/check-reasons";
import { common } from "./ui/common";
import { connections } from "./ui/connections";
import { health } from "./ui/health";
import { orders } from "./ui/orders";
import { products } from "./ui/products";
import { settings } from "./ui/settings";
import { tasks } from "./ui/tasks";

export const ui = {
  ...common,
  ...account,
  ...connections,
  ...products,
  ...checkReasons,
  ...orders,
  ...tasks,
  ...settings,
  ...health,
};
