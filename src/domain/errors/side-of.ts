/** Which shop a failure belongs to: codes begin with their vendor's word. */
export function sideOf(code: string): "source" | "channel" | undefined {
  if (/^(prestashop|store|source)\./.test(code)) return "source";
  return /^(tiktok|channel)\./.test(code) ? "channel" : undefined;
}
