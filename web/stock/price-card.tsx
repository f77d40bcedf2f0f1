import { useSignal } from "@preact/signals";
import type { ProductDetail } from "../../src/contract/catalogue";
import type { OwnPrice } from "../../src/contract/price-rule";
import type { ProductModel } from "../catalogue/product";
import { onSubmit, useSubmission } from "../data/submission";
import { formatMoney } from "../i18n/format";
import { SubmitProblem } from "../problems/problem-notice";
import { useApp } from "../shell/app";
import { Button } from "../ui/button";
import { Choice } from "../ui/choice";
import { DataTable, type Column } from "../ui/data-table";
import { Card } from "../ui/page";
import { PriceRuleFields } from "./price-rule-fields";
import { t } from "./price-texts";
import { fromTypedRule, toTypedRule } from "./typed-price-rule";

interface PriceCardProps {
  product: ProductDetail;
  model: InstanceType<typeof ProductModel>;
}

const LEVELS = ["all", "own", "store"] as const;
type Level = (typeof LEVELS)[number];
type Priced = ProductDetail["priceRule"]["variants"][number];

/** The price rule of one product, and what it makes of its prices. */
export function PriceCard({ product, model }: PriceCardProps) {
  const { say } = useApp();
  const { currency } = product;
  const { own, ofAll, isSent, variants } = product.priceRule;
  const level = useSignal<Level>(levelOf(own));
  const typed = useSignal(toTypedRule(own === "store" ? ofAll : (own ?? ofAll), currency));
  const { isBusy, refusal, send } = useSubmission();
  const { rule, wrong } = fromTypedRule(typed.value, currency);
  const save = async () => {
    if (level.value === "own" && wrong.length > 0) return;
    const wanted = level.value === "all" ? null : level.value === "own" ? rule : "store";
    if (await send(() => model.savePriceRule(wanted))) say(t("common.saved"));
  };
  return (
    <Card title={t("prices.ofProduct")} id="price-rule">
      <form class="form" noValidate onSubmit={onSubmit(() => void save())}>
        <Choice
          legend={t("prices.which")}
          name="price-level"
          value={level.value}
          options={[
            {
              value: "all",
              label: t("prices.asAll", {
                rule: t(ofAll ? "prices.ruleSome" : "prices.ruleStore"),
              }),
            },
            { value: "own", label: t("prices.own") },
            { value: "store", label: t("prices.storeOnly") },
          ]}
          onChange={(value) => {
            level.value = LEVELS.find((known) => known === value) ?? "all";
          }}
        />
        {level.value === "own" && (
          <PriceRuleFields
            typed={typed.value}
            wrong={wrong}
            currency={currency}
            onChange={(change) => {
              typed.value = { ...typed.value, ...change };
            }}
          />
        )}
        {!isSent && <p class="soft">{t("prices.notSent")}</p>}
        <SubmitProblem of={refusal} />
        <div class="form-actions">
          <Button type="submit" isBusy={isBusy.value}>
            {t("prices.save")}
          </Button>
        </div>
      </form>
      {variants.some(({ storeMinor, channelMinor }) => storeMinor !== channelMinor) && (
        <DataTable
          isDense
          caption={t("prices.results")}
          columns={columnsOf(product)}
          rows={variants}
          keyOf={({ id }) => id}
        />
      )}
    </Card>
  );
}

const levelOf = (own: OwnPrice | null): Level =>
  own === null ? "all" : own === "store" ? "store" : "own";

function columnsOf({ variants, currency }: ProductDetail): readonly Column<Priced>[] {
  const nameOf = (id: string) => {
    const variant = variants.find((one) => one.id === id);
    return variant?.options.map(({ value }) => value).join(", ") || variant?.sku || "–";
  };
  return [
    {
      key: "variant",
      label: t("prices.col.variant"),
      isRowHead: true,
      cell: ({ id }) => nameOf(id),
    },
    ...(["store", "channel"] as const).map((what): Column<Priced> => ({
      key: what,
      label: t(`prices.col.${what}`),
      align: "end",
      cellClass: "number",
      cell: (row) => formatMoney(row[`${what}Minor`], currency),
    })),
  ];
}
