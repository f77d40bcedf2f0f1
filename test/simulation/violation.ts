export interface Violation {
  /** The rule that is broken. */
  rule:
    | "one order"
    | "lines and totals"
    | "cancelled both ways"
    | "stock shown"
    | "stock counted"
    | "price shown"
    | "tracking"
    | "shipped both ways"
    | "refund shown"
    | "waits"
    | "incident"
    | "secret"
    | "bounded calls"
    | "tenants apart";
  text: string;
}
