import { useLayoutEffect } from "preact/hooks";
import { Loaded } from "../data/loaded";
import { StockRuleCard } from "../stock/stock-rule-card";
import { Skeleton } from "../ui/states";
import type { DemandsModel } from "./demands";

/** How much of a category's products goes on sale. */
export default function CategoryStock({ model }: { model: InstanceType<typeof DemandsModel> }) {
  useLayoutEffect(() => void model.stockRule.reload(), [model]);
  return (
    <Loaded resource={model.stockRule} skeleton={<Skeleton lines={4} />}>
      {({ own, ofAll }) => (
        <StockRuleCard own={own} standing={standingOf(own, ofAll)} onSave={model.saveStockRule} />
      )}
    </Loaded>
  );
}

type Props = Parameters<typeof StockRuleCard>[0];
type Rule = NonNullable<Props["own"]>;

/** What counts for products of the category that say nothing of themselves. */
function standingOf(own: Rule | null, ofAll: Props["standing"]["counts"]): Props["standing"] {
  const levelOf = (part: keyof Rule) => (own && own[part] !== null ? "category" : "all");
  return {
    counts: {
      units: own?.units ?? ofAll.units,
      percent: own?.percent ?? ofAll.percent,
      maximum: own?.maximum ?? ofAll.maximum,
    },
    from: { units: levelOf("units"), percent: levelOf("percent"), maximum: levelOf("maximum") },
  };
}
