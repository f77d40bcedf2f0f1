/** "pull_products" becomes "Pull products": a fair reading of a stored name nobody foresaw. */
export function humanise(name: string): string {
  const text = name
    .replace(/([a-z])([A-Z])/g, (_all, low: string, high: string) => `${low} ${high.toLowerCase()}`)
    .replace(/[._-]+/g, " ")
    .trim();
  return text ? text[0]?.toUpperCase() + text.slice(1) : name;
}
