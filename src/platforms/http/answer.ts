/** What a shop answered to one request, read to its end. */
export interface Answer {
  status: number;
  headers: Headers;
  bytes: Uint8Array;
  text(): string;
  /** What `read` makes of the text; the same reader is asked once, however often its answer is. */
  as<T>(read: (text: string) => T): T;
}
