import { plural } from "../grammar";

const orders = (count: number) => plural(count, { one: "1 order", other: `${count} orders` });

/** The archive of orders. */
export const archive = {
  "archive.chosen": ({ count }: { count: number }) => `${orders(count)} chosen`,
  "archive.clear": "Clear",
  "archive.archive": "Archive",
  "archive.support": "Copy the data for support",
  "archive.supportCopied": "Copied. Nothing of the buyer is in it.",
  "archive.supportRefused": "Your browser did not let Weft copy.",
  "archive.restore": "Take out of the archive",
  "archive.done": ({ count }: { count: number }) =>
    `${orders(count)} archived. Neither shop was told.`,
  "archive.undone": ({ count }: { count: number }) => `${orders(count)} out of the archive.`,
};
