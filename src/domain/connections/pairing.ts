/** The code by which a store's module proves that a merchant pasted the connection's address. */

export interface Pairing {
  code: string;
  /** Installation that used the code; null while nobody did. */
  boundTo: string | null;
  /** When it was used, epoch ms. */
  boundAt: number | null;
  /** Epoch ms. */
  expiresAt: number;
}

const CODE_LIVES_MS = 3_600_000;

export function newPairing(code: string, now: number): Pairing {
  return { code, boundTo: null, boundAt: null, expiresAt: now + CODE_LIVES_MS };
}

/** A code may be shown to a merchant while nobody used it and its time is not up. */
export function isOffered({ boundTo, expiresAt }: Pairing, now: number): boolean {
  return boundTo === null && now < expiresAt;
}

/**
 * What the right code does for an installation: the first one binds it, the same one is answered
 * again because an answer may be lost, any other is refused.
 */
export function judgePairing(
  { boundTo, expiresAt }: Pairing,
  installId: string,
  now: number,
): "bind" | "repeat" | "refuse" {
  if (now >= expiresAt) return "refuse";
  if (boundTo === null) return "bind";
  return boundTo === installId ? "repeat" : "refuse";
}
