export type Fact = string | number | boolean | readonly string[] | Facts | undefined;

/**
 * Plain facts about an event or a failure, which a person or a log may read: what JSON can hold, so
 * they are stored and sent as they are. Never a secret, a header, a body or buyer data. The facts of
 * a history entry may hold those of the reason it is about.
 */
export type Facts = { readonly [name: string]: Fact } & {
  /** Set when the other side said how long to wait. */
  readonly retryAfterMs?: number;
  /** The vendor's own id of the failed request, for its support. */
  readonly requestId?: string;
  /** True when the effect may have happened although no clear answer came. */
  readonly maybeApplied?: boolean;
  /**
   * True for an answer that a healthy shop may give once (a firewall, a deploy): it is tried again
   * before anybody is asked to act.
   */
  readonly mayPass?: boolean;
  /** The store's order that exists although it is not, or not yet, as it should be. */
  readonly sourceOrderId?: string;
};
