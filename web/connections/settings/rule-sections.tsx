import type { ConnectionDetail } from "../../../src/contract/connections";
import { RuleSettings } from "../../rules/rule-settings";
import { useHashScroll } from "../../shell/use-hash-scroll";
import { LowStockSettings } from "../../stock/low-stock-settings";
import { StockRuleSettings } from "../../stock/stock-rule-settings";
import { PriceSettings } from "../../stock/price-settings";

/** What says which stock, prices and content of products go to the channel. */
export default function RuleSections({ detail }: { detail: ConnectionDetail }) {
  useHashScroll(["stockRule", "lowStock", "prices", "rules"]);
  return (
    <>
      <StockRuleSettings detail={detail} />
      <LowStockSettings detail={detail} />
      <PriceSettings detail={detail} />
      <RuleSettings detail={detail} />
    </>
  );
}
