/** What the product imports of `cloudflare:workers`, for Node. */
export class DurableObject {
  readonly ctx: unknown;
  readonly env: unknown;

  constructor(ctx: unknown, env: unknown) {
    this.ctx = ctx;
    this.env = env;
  }
}

/** Work that goes on after the answer is part of the life that began it, and may die with it. */
export function waitUntil(work: Promise<unknown>): void {
  work.catch(() => {});
}
