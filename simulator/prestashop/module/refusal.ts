/** Refuses a valid call for a reason its caller can act on. */
export class Refusal extends Error {
  readonly code: string;
  readonly facts: Record<string, unknown>;
  constructor(code: string, facts: Record<string, unknown> = {}) {
    super(code);
    this.code = code;
    this.facts = facts;
  }
}
