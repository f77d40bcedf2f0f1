import type { Format } from "../../base/format";
import { plural } from "../grammar";

/** What asks whether a listed task is to run. */
export const taskConfirm = {
  "task.confirm.title": ({ count }: { count: number }, format: Format) =>
    `Confirm that ${count === 1 ? "1 product is" : `${format.number(count)} products are`} worked on`,
  "task.confirm.deleteTitle": ({ count }: { count: number }, format: Format) =>
    `Confirm that ${format.number(count)} ${plural(count, { one: "listing is", other: "listings are" })} deleted from TikTok Shop for good`,
  "task.confirm.delete": ({ count }: { count: number }, format: Format) =>
    `Delete ${format.number(count)}`,
  "task.confirm.text": ({ until }: { until: string }) =>
    `Nothing has been done yet. The list below is what would be done. It expires on ${until}.`,
  "task.confirm.confirm": ({ count }: { count: number }, format: Format) =>
    `Confirm ${format.number(count)}`,
};
