/** What a table of settings is: one row a setting, from which schemas, defaults and rights derive. */
import * as z from "zod";
import type { Role } from "../domain/accounts/role";

interface Setting<Schema extends z.ZodType> {
  schema: Schema;
  /** The value where nothing is stored, or something of an older shape. */
  fallback: z.output<Schema>;
  /** Reads a stored value where what may be chosen today is narrower than what was chosen before. */
  stored?: z.ZodType<z.output<Schema>>;
  /** The roles that may change it. */
  changedBy: readonly Role[];
}

type Table = Readonly<Record<string, Setting<z.ZodType>>>;
type Shape<Rows extends Table> = { [Name in keyof Rows]: Rows[Name]["schema"] };
type StoredShape<Rows extends Table> = {
  [Name in keyof Rows]: z.ZodType<z.output<Rows[Name]["schema"]>>;
};

export const setting = <Schema extends z.ZodType>(row: Setting<Schema>): Setting<Schema> => row;

/** The schema of each setting as it comes in, by name. */
export function shapeOf<Rows extends Table>(rows: Rows): Shape<Rows> {
  return column<Shape<Rows>>(rows, ({ schema }) => schema);
}

/** The reader of each setting as stored, by name: its default where it is absent or of an older shape. */
export function storedShapeOf<Rows extends Table>(rows: Rows): StoredShape<Rows> {
  return column<StoredShape<Rows>>(rows, ({ schema, stored, fallback }) =>
    (stored ?? schema).catch(fallback),
  );
}

/** A stored value as a record, where older rows hold nothing or something else. */
export const asStored = (stored: unknown): object =>
  typeof stored === "object" && stored !== null ? stored : {};

/** The settings of a patch that a role may not change. */
export function closedTo<Rows extends Table>(
  rows: Rows,
  role: Role,
  patch: { [Name in keyof Rows]?: unknown },
): (keyof Rows & string)[] {
  return Object.keys(patch).filter((name) => !rows[name]?.changedBy.includes(role));
}

/** One value of each row under the name of its setting; the type is the caller's claim. */
function column<Columns>(rows: Table, valueOf: (row: Setting<z.ZodType>) => unknown): Columns {
  return Object.fromEntries(
    Object.entries(rows).map(([name, row]) => [name, valueOf(row)]),
  ) as Columns;
}
