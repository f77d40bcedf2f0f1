import { useSignal } from "@preact/signals";
import type { ProductDetail } from "../../src/contract/catalogue";
import type { LowStock, OwnLowStock } from "../../src/contract/low-stock";
import type { ProductModel } from "../catalogue/product";
import { onSubmit, useSubmission } from "../data/submission";
import { SubmitProblem } from "../problems/problem-notice";
import { useApp } from "../shell/app";
import { Button } from "../ui/button";
import { Choice } from "../ui/choice";
import { Card } from "../ui/page";
import { LowStockFlips } from "./low-stock-flips";
import { t } from "./texts";
import { fromTyped, toTyped, type TypedThreshold } from "./threshold";
import { ThresholdFields } from "./threshold-fields";

interface LowStockCardProps {
  product: ProductDetail;
  model: InstanceType<typeof ProductModel>;
}

const LEVELS = ["all", "own", "excluded"] as const;
type Level = (typeof LEVELS)[number];

/** The threshold of one product, and what it did. */
export function LowStockCard({ product, model }: LowStockCardProps) {
  const { say } = useApp();
  const { own, ofAll, isStockSent } = product.lowStock;
  const level = useSignal<Level>(levelOf(own));
  const typed = useSignal<TypedThreshold>(toTyped(own.lowStock ?? ofAll));
  const { isBusy, refusal, send } = useSubmission();
  const save = async () => {
    const body = toOwn(level.value, typed.value);
    if (body && (await send(() => model.saveLowStock(body)))) say(t("common.saved"));
  };
  return (
    <Card title={t("stock.ofProduct")} id="low-stock">
      <form class="form" noValidate onSubmit={onSubmit(() => void save())}>
        <Choice
          legend={t("stock.which")}
          name="low-stock-level"
          value={level.value}
          options={[
            { value: "all", label: t("stock.asAll", { rule: ruleText(ofAll) }) },
            { value: "own", label: t("stock.own") },
            { value: "excluded", label: t("stock.excluded") },
          ]}
          onChange={(value) => {
            level.value = LEVELS.find((known) => known === value) ?? "all";
            if (level.value === "own" && typed.value.action === "off")
              typed.value = { ...typed.value, action: "deactivate" };
          }}
        />
        {level.value === "own" && (
          <ThresholdFields
            name="low-stock-own"
            typed={typed.value}
            mayBeOff={false}
            isStockSent={isStockSent}
            onChange={(change) => {
              typed.value = { ...typed.value, ...change };
            }}
          />
        )}
        {level.value === "all" && ofAll?.action === "out_of_stock" && !isStockSent && (
          <p class="soft">{t("stock.notSent")}</p>
        )}
        <SubmitProblem of={refusal} />
        <div class="form-actions">
          <Button type="submit" isBusy={isBusy.value}>
            {t("stock.save")}
          </Button>
        </div>
      </form>
      <LowStockFlips product={product} />
    </Card>
  );
}

const levelOf = ({ isExcluded, lowStock }: OwnLowStock): Level =>
  isExcluded ? "excluded" : lowStock ? "own" : "all";

/** Undefined: what was typed is no threshold. */
function toOwn(level: Level, typed: TypedThreshold): OwnLowStock | undefined {
  if (level !== "own") return { lowStock: null, isExcluded: level === "excluded" };
  const lowStock = fromTyped(typed);
  return lowStock ? { lowStock, isExcluded: false } : undefined;
}

const ruleText = (rule: LowStock | null): string =>
  rule ? t(`stock.rule.${rule.action}`, rule) : t("stock.ruleOff");
