import type { Format } from "../../base/format";
import { plural } from "../grammar";

type Counted = { count: number };
type Share = { share: number; limit: number };

const ordersOf = ({ count }: Counted, format: Format) =>
  plural(count, { one: "1 order", other: `${format.number(count)} orders` });

/** To a tenth: the limits have one. */
const percent = (share: number, format: Format) =>
  `${format.number(Math.round(share * 1000) / 10)}%`;

/** The dispatch clock above the list of orders. */
export const dispatch = {
  "dispatch.title": "Dispatch",
  "dispatch.late": (f: Counted, format: Format) => `${ordersOf(f, format)} late`,
  "dispatch.today": (f: Counted, format: Format) => `${ordersOf(f, format)} due today`,
  "dispatch.all": "Show all orders",
  "dispatch.cancelled": "Cancelled by you",
  "dispatch.lateRate": "Sent late",
  "dispatch.share": (f: Share, format: Format) =>
    `${percent(f.share, format)} of at most ${percent(f.limit, format)}`,
  "dispatch.ok": "within the limit",
  "dispatch.over": "over the limit",
  "dispatch.window":
    "Of the last seven days, as Weft counts them. The figures in Seller Center are the ones that TikTok judges by.",
  "dispatch.after": (f: Counted & Share, format: Format) =>
    `With ${ordersOf(f, format)} cancelled: ${percent(f.share, format)} of at most ${percent(f.limit, format)}`,
};
