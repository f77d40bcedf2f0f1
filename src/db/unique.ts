/** True when a write was refused by a unique index over `column` ("table.column"). */
export function violatesUnique(caught: unknown, column: string): boolean {
  for (let error = caught; error instanceof Error; error = error.cause) {
    if (error.message.includes("UNIQUE constraint failed") && error.message.includes(column))
      return true;
  }
  return false;
}
