/** An address with the values that are set; the default tab is left out. */
export function withQuery(
  path: string,
  values: Readonly<Record<string, string | undefined>>,
): string {
  const query = new URLSearchParams();
  for (const [key, value] of Object.entries(values))
    if (value && !(key === "tab" && value === "all")) query.set(key, value);
  const text = query.toString();
  return text ? `${path}?${text}` : path;
}
