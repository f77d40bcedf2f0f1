import type { ConnectionDetail } from "../../../src/contract/connections";
import { RuleSettings } from "../../rules/rule-settings";
import { useHashScroll } from "../../shell/use-hash-scroll";
import { LowStockSettings } from "../../stock/low-stock-settings";

/** What says which stock and what content of products goes to the channel. */
export default function RuleSections({ detail }: { detail: ConnectionDetail }) {
  useHashScroll(["lowStock", "rules"]);
  return (
    <>
      <LowStockSettings detail={detail} />
      <RuleSettings detail={detail} />
    </>
  );
}
