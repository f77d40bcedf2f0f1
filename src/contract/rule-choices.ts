import * as z from "zod";

type Choices = Readonly<Record<string, readonly string[]>>;

/** One of the choices of each field. */
export const choiceOf = <const Table extends Choices>(table: Table) =>
  z.object(
    Object.fromEntries(
      Object.entries(table).map(([field, values]) => [field, z.enum(values)]),
    ) as unknown as { [Field in keyof Table]: z.ZodType<Table[Field][number]> },
  );
