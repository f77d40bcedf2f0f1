function distance(a: string, b: string): number {
  let previous = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const current = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const replaced = (previous[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      current.push(Math.min(replaced, (previous[j] ?? 0) + 1, (current[j - 1] ?? 0) + 1));
    }
    previous = current;
  }
  return previous[b.length] ?? 0;
}

/** The "did you mean" part of a message: the last of the nearest names, and the whole list. */
export function didYouMean(name: string, known: readonly string[]): string {
  let nearest = known[0] ?? "";
  for (const it of known) if (distance(name, it) <= distance(name, nearest)) nearest = it;
  const list = known.map((it) => `"${it}"`).join(", ");
  return `Did you mean: "${nearest}"? The full list is: ${list}`;
}
