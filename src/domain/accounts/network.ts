/**
 * The network an address belongs to, which is what a try is counted by: whoever has one IPv6 address has the
 * 2^64 of its network. `wide` is the /48 that a provider gives to a site; an IPv4 address is both.
 */
export function networkOf(address: string): { near: string; wide: string } {
  const groups = groupsOf(address.toLowerCase().split("%")[0] ?? "");
  if (!groups) return { near: address, wide: address };
  const [near, wide] = [groups.slice(0, 4), groups.slice(0, 3)].map((part) => part.join(":"));
  return { near: `${near}::/64`, wide: `${wide}::/48` };
}

/** The eight groups of an IPv6 address; undefined for anything else, an IPv4 address written as one included. */
function groupsOf(address: string): string[] | undefined {
  if (!address.includes(":") || address.includes(".")) return undefined;
  const [head = "", tail, more] = address.split("::");
  if (more !== undefined) return undefined;
  const before = head === "" ? [] : head.split(":");
  const after = tail ? tail.split(":") : [];
  const between = tail === undefined ? 0 : 8 - before.length - after.length;
  const groups = [...before, ...Array.from({ length: Math.max(between, 0) }, () => "0"), ...after];
  const isSound = groups.length === 8 && groups.every((group) => /^[0-9a-f]{1,4}$/.test(group));
  return isSound ? groups.map((group) => group.replace(/^0+(?=.)/, "")) : undefined;
}
