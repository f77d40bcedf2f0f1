/** One reason why a listing is refused. */
export interface Issue {
  code: number;
  message: string;
}

/** The issue in a list when the condition holds, else an empty list. */
export const when = (condition: boolean, code: number, message: string): Issue[] =>
  condition ? [{ code, message }] : [];
