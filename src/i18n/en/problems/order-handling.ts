import { fill, type ProblemWording } from "../../base/wording";
import { after, fact } from "../facts";
import { ORDER_WAITS } from "./sentences";

/** What becomes of orders by itself, and what stops it. */
export const orderHandlingProblems = {
  "order.needs_action": {
    what: (f, format, problems) => {
      const cause = problems.known[fact(f, "cause")]?.what ?? "";
      const said = fill(cause, f, format, problems);
      return `Failed, needs action: the order could not be created in PrestaShop. ${said}`.trim();
    },
    means: ORDER_WAITS,
    act: "Look what ails your store, then press “Retry now” on the order. Once your store answers well Weft also tries by itself, every ten minutes at most.",
  },
  "order.still_oversold": {
    what: (f) =>
      `TikTok Shop still offers units that your store does not count${after(f, "product")}.`,
    means: "It can be sold beyond your stock again.",
    act: "Correct the stock in PrestaShop, or take the product off sale.",
  },
  "order.sync_waits": {
    what: "The order waits for its turn at your store.",
    means: ORDER_WAITS,
    act: "Nothing: Weft goes on by itself.",
  },
  "order.not_due": {
    what: "The order does not belong into your store as it stands on TikTok Shop.",
    means: "Nothing was changed.",
    act: "Nothing: once it is paid and waits for its shipment, it comes in by itself.",
  },
  "orders.window_invalid": {
    what: "The time ends before it begins, or is longer than 90 days.",
    means: "Nothing was read.",
    act: "Choose another time.",
  },
} satisfies Record<string, ProblemWording>;
