/**
 * The part of an answer that the module wrote. PHP or another module may print before it: a byte order
 * mark, a warning. Where the host sent that at once, no header could follow any more, and the module
 * writes its headers in front of its answer.
 */
import type { Answer } from "../../http/send";

export interface SignedPart {
  headers: Headers;
  bytes: Uint8Array;
}

/** Everything that goes out of the module begins so. */
const BODY = '{"answer":';
const LINE = "\nX-Weft-Timestamp: ";
const WRITTEN = /^\nX-Weft-Timestamp: (\d{1,12})\nX-Weft-Signature: (v1=[0-9a-f]{64})\n\n/;
const WRITTEN_BYTES = 160;
/** More is no remark of PHP. */
const MOST_NOISE = 64 * 1024;

/** What may be the module's own, the answer as it came first. */
export function signedParts({ headers, bytes }: Pick<Answer, "headers" | "bytes">): SignedPart[] {
  const parts = [{ headers, bytes }];
  const body = indexOf(bytes, BODY);
  if (body > 0) parts.push({ headers, bytes: bytes.subarray(body) });
  const line = indexOf(bytes, LINE);
  const said = line < 0 ? "" : textOf(bytes.subarray(line, line + WRITTEN_BYTES));
  const [written, timestamp, signature] = WRITTEN.exec(said) ?? [];
  if (written && timestamp && signature)
    parts.push({
      headers: new Headers({ "x-weft-timestamp": timestamp, "x-weft-signature": signature }),
      bytes: bytes.subarray(line + written.length),
    });
  return parts;
}

export const textOf = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);

/** Where an ASCII text begins, within what may be noise; -1: nowhere. */
function indexOf(bytes: Uint8Array, text: string): number {
  const last = Math.min(bytes.length - text.length, MOST_NOISE);
  for (let start = 0; start <= last; start += 1) {
    let length = 0;
    while (length < text.length && bytes[start + length] === text.charCodeAt(length)) length += 1;
    if (length === text.length) return start;
  }
  return -1;
}
