/** What a sheet may hold. The contract refuses more, the page says so before it sends anything. */
export const SHEET_LIMITS = {
  /** Rows of a file. */
  rows: 20_000,
  bytes: 20 * 1024 * 1024,
  /** Letters of one cell as it is sent. */
  cell: 10_000,
  /** Values of one attribute, and the letters of one of them. */
  values: 50,
  valueLength: 200,
  /** Rows of one request, and the brands among them, which may have to be asked for one by one. */
  rowsAtOnce: 300,
  brandsAtOnce: 25,
} as const;
