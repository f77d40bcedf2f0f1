export interface RotateSecretDeps {
  /** The secret to change to, stored before anybody is told; one of a broken-off try is taken up again. */
  nextSecret(): Promise<string>;
  /** Tells the store's module; resolves as well where the store has none. A repeat is done again. */
  tellStore(next: string): Promise<void>;
  /** The next secret becomes the current one, the current one the previous; a repeat changes nothing. */
  promote(): Promise<void>;
}

/**
 * Changes the secret that a store and we sign with. Broken off between any two steps it may be
 * repeated, and until then both sides believe what the other signs: we the next and the previous
 * secret besides the current one, the module its previous one.
 * Throws what the store throws; the rotation then stays under way.
 */
export async function rotateSecret(deps: RotateSecretDeps): Promise<void> {
  const next = await deps.nextSecret();
  await deps.tellStore(next);
  await deps.promote();
}
