/** Names the key that reports are signed with; another name would be another key. */
export const REPORT_PURPOSE = "weft:reconciliation:1";
