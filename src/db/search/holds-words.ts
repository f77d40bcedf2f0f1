import { and, sql, type SQL } from "drizzle-orm";
import { searchWords } from "../../domain/search-text";

/**
 * Whether a folded text holds every word that was typed; undefined: nothing was. By instr, because D1
 * refuses LIKE patterns over 50 bytes and their wildcards need escaping.
 */
export function holdsWords(text: SQL, typed: string): SQL | undefined {
  return and(...searchWords(typed).map((word) => sql`instr(${text}, ${word}) > 0`));
}
