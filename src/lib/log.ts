/** Field names that may never reach a log; a caller that tries does not compile. */
type Forbidden =
  | "token"
  | "accessToken"
  | "refreshToken"
  | "headers"
  | "body"
  | "secret"
  | "password"
  | "key"
  | "email"
  | "address";

export type LogFields = Readonly<Record<string, string | number | boolean | undefined>> & {
  readonly [name in Forbidden]?: never;
};

export interface Log {
  /** `event` is a stable dotted name, e.g. "order.import.finished". */
  info(event: string, fields?: LogFields): void;
  warn(event: string, fields?: LogFields): void;
  error(event: string, fields?: LogFields): void;
}

/** One JSON line per event, for Workers observability. */
export function jsonLog(write: (line: string) => void): Log {
  const at =
    (level: string) =>
    (event: string, fields: LogFields = {}) =>
      write(JSON.stringify({ level, event, ...fields }));
  return { info: at("info"), warn: at("warn"), error: at("error") };
}
