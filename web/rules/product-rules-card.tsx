import { useSignal } from "@preact/signals";
import type { OwnRules, ProductDetail } from "../../src/contract/catalogue";
import type { ProductModel } from "../catalogue/product";
import { onSubmit, useSubmission } from "../data/submission";
import { SubmitProblem } from "../problems/problem-notice";
import { useApp } from "../shell/app";
import { Button } from "../ui/button";
import { TextField } from "../ui/field";
import { Card } from "../ui/page";
import { choiceText, RuleFields, type Phase, type RuledField } from "./rule-fields";
import { t } from "./texts";

interface ProductRulesProps {
  product: ProductDetail;
  model: InstanceType<typeof ProductModel>;
}

const MAX_TITLE = 300;

/** The rules of one product, and its name on TikTok Shop. */
export function ProductRulesCard({ product, model }: ProductRulesProps) {
  const { say } = useApp();
  const { ofAll } = product.rules;
  const own = useSignal<OwnRules>(product.rules.own);
  const { isBusy, refusal, send } = useSubmission();
  const title = own.value.title ?? "";
  const save = async () => {
    const typed = own.value.title?.trim() ?? "";
    if (typed.length > MAX_TITLE) return;
    const kept = typed || null;
    const body = { ...own.value, title: kept };
    if (await send(() => model.saveRules(body))) say(t("common.saved"));
  };
  const isListed = product.channelProductId !== null;
  const phases = isListed ? (["update"] as const) : (["create", "update"] as const);
  const isTitleUsed = phases.some(
    (phase) => (own.value[phase].title ?? ofAll[phase].title) === "connector",
  );
  const ruleOf = (of: Phase, field: RuledField) =>
    of === "mapped" ? "" : (choiceIn(ofAll[of], field) ?? "");
  return (
    <Card title={t("rules.product")} id="rules">
      <p class="soft">{t("rules.productText")}</p>
      <form class="form" noValidate onSubmit={onSubmit(() => void save())}>
        <TextField
          label={t("rules.productTitle")}
          hint={t(isTitleUsed ? "rules.productTitleHint" : "rules.productTitleUnused")}
          error={title.trim().length > MAX_TITLE ? t("rules.titleInvalid") : undefined}
          isReadOnly={!isTitleUsed}
          placeholder={product.name}
          value={title}
          onInput={(typed) => {
            own.value = { ...own.value, title: typed };
          }}
        />
        <RuleFields
          phases={phases}
          valueOf={(of, field) => (of === "mapped" ? "" : (choiceIn(own.value[of], field) ?? ""))}
          emptyText={(of, field) =>
            t("rules.asAll", { choice: choiceText(of, field, ruleOf(of, field)) })
          }
          onChange={(of, field, choice) => {
            if (of !== "mapped")
              own.value = { ...own.value, [of]: chosen(own.value[of], field, choice) };
          }}
        />
        <SubmitProblem of={refusal} />
        <div class="form-actions">
          <Button type="submit" isBusy={isBusy.value}>
            {t("rules.save")}
          </Button>
        </div>
      </form>
    </Card>
  );
}

const choiceIn = (rules: object, field: RuledField) =>
  (rules as Partial<Record<RuledField, string>>)[field];

/** "": the product has no rule of its own for the field any more. */
function chosen<Rules extends object>(rules: Rules, field: RuledField, choice: string): Rules {
  const { [field]: _before, ...others } = rules as Partial<Record<RuledField, string>>;
  return (choice === "" ? others : { ...others, [field]: choice }) as Rules;
}
