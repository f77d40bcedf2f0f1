/** A shop's request budget: `burst` at once, `perSecond` for ever, nothing while it is blocked. */
export interface BucketRule {
  burst: number;
  perSecond: number;
}

export interface Bucket {
  tokens: number;
  /** Epoch ms of the last refill. */
  filledAt: number;
  /** Epoch ms until which the vendor asked for silence; 0 = never. */
  blockedUntil: number;
}

export function fullBucket(rule: BucketRule, now: number): Bucket {
  return { tokens: rule.burst, filledAt: now, blockedUntil: 0 };
}

/**
 * Takes up to `wanted` requests. `waitMs` says, when nothing was granted, how long until at least
 * one is free.
 */
export function takeTokens(
  bucket: Bucket,
  rule: BucketRule,
  wanted: number,
  now: number,
): { next: Bucket; granted: number; waitMs: number } {
  const elapsedMs = Math.max(0, now - bucket.filledAt);
  const tokens = Math.min(rule.burst, bucket.tokens + (elapsedMs * rule.perSecond) / 1000);
  const filled = { ...bucket, tokens, filledAt: Math.max(now, bucket.filledAt) };
  if (bucket.blockedUntil > now)
    return { next: filled, granted: 0, waitMs: bucket.blockedUntil - now };
  const granted = Math.min(Math.max(0, Math.trunc(wanted)), Math.floor(tokens));
  if (granted === 0) {
    const waitMs = wanted <= 0 ? 0 : Math.ceil(((1 - tokens) * 1000) / rule.perSecond);
    return { next: filled, granted, waitMs };
  }
  return { next: { ...filled, tokens: tokens - granted }, granted, waitMs: 0 };
}

/** The vendor said "too many": nothing goes out before `until`, and the burst is gone. */
export function blockBucket(bucket: Bucket, until: number): Bucket {
  return { ...bucket, tokens: 0, blockedUntil: Math.max(bucket.blockedUntil, until) };
}
