import * as z from "zod";

/** A text that may be null or missing on the wire. */
export const looseText = z
  .string()
  .nullish()
  .transform((text) => text ?? "");

/** A truth value that may be null or missing on the wire. */
export const looseFlag = z
  .boolean()
  .nullish()
  .transform((flag) => flag ?? false);

/** A list that may be null or missing on the wire. */
export function looseList<T extends z.ZodType>(item: T) {
  return z
    .array(item)
    .nullish()
    .transform((list) => list ?? []);
}

/**
 * A list of things that stand for themselves, such as orders or brands: one in a shape nobody knows
 * is left out. Where all of them are, the list is in another form and nothing can be said of it.
 */
export function readableList<T>(item: z.ZodType<T>) {
  return looseList(z.unknown()).transform((rows, context) => {
    const read = rows.map((row) => item.safeParse(row));
    const known = read.flatMap((row) => (row.success ? [row.data] : []));
    const [first] = read;
    if (known.length === 0 && first?.error) {
      const { path, message } = first.error.issues[0] ?? { path: [], message: "unreadable" };
      context.addIssue({ code: "custom", path: [0, ...path], message });
    }
    return known;
  });
}

/** Answers nobody reads. */
export const anything = z.unknown();

const ItemFailure = z.object({
  code: z.coerce.number(),
  message: looseText,
  detail: z
    .object({
      sku_id: looseText,
      product_id: looseText,
      extra_errors: looseList(z.object({ code: z.coerce.number(), message: looseText })),
    })
    .nullish(),
});

/** `code: 0` is no success of batch calls: failed items are listed in `data.errors`. */
export const BatchAnswer = z.object({ errors: looseList(ItemFailure) });
export type BatchFailure = z.infer<typeof ItemFailure>;
