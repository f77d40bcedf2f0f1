/** 32 hex digits that depend on the texts alone, so that a repeated run gives the same keys. */
export function fingerprint(...texts: string[]): string {
  const text = texts.join("\u0000");
  const part = (seed: number) => {
    let hash = seed;
    for (let index = 0; index < text.length; index += 1)
      hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193) >>> 0;
    return hash.toString(16).padStart(8, "0");
  };
  return [0x811c9dc5, 0x9e3779b9, 0x85ebca6b, 0xc2b2ae35].map(part).join("");
}
