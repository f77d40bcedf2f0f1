const LETTERS = "0123456789abcdefghjkmnpqrstvwxyz";

/** `length` letters of 5 random bits each from the runtime's secure source. */
export function randomText(length: number): string {
  const bytes = crypto.getRandomValues(new Uint8Array(length));
  return [...bytes].map((byte) => LETTERS[byte & 31]).join("");
}
