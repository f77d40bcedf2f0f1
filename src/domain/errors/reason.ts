/**
 * Why something is refused or failed: a stable code the interface words, and the facts to fill in.
 */
export interface Reason {
  code: string;
  facts: Record<string, unknown>;
}
