/** TikTok Shop's rule for texts, read strictly and written here once more, so that a test shares no fault with the code. */
export function keepsTextRule(text: string): boolean {
  return (
    !/&(#\d+|#x[\da-f]+|[a-z][a-z\d]*);/i.test(text) &&
    !/\p{Emoji_Presentation}|\ufe0f|\u20e3/u.test(text) &&
    // oxlint-disable-next-line no-control-regex -- the rule is about control characters
    !/[\u0000-\u0009\u000b-\u001f\u007f]/.test(text) &&
    !/(.)\1{8}/su.test(text) &&
    /[\p{L}\p{N}]/u.test(text)
  );
}
