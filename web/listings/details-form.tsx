import { useSignal, type Signal } from "@preact/signals";
import type { ProductDetail } from "../../src/contract/catalogue";
import type { ProductRequirements } from "../../src/contract/listings";
import type { ProductModel } from "../catalogue/product";
import { Loaded } from "../data/loaded";
import { onSubmit, useSubmission } from "../data/submission";
import { useResource } from "../data/use-resource";
import { t } from "./texts";
import { SubmitProblem } from "../problems/problem-notice";
import { useApp } from "../shell/app";
import { Button } from "../ui/button";
import { AttributeField } from "./attribute-field";
import { BrandField } from "./brand-field";
import { brandOf } from "./brands";
import { missingAttributes, toAttributePatch, toValues, type DetailValues } from "./details";
import { SizeChartField } from "./size-chart-field";
import "./details-form.css";

interface DetailsFormProps {
  product: ProductDetail;
  model: InstanceType<typeof ProductModel>;
  onStarted: (taskId: string) => void;
}

/** The brand, and the attributes TikTok asks for in the product's category. */
export function DetailsForm(props: DetailsFormProps) {
  const rules = useResource(props.model.requirements, [props.model]);
  return (
    <Loaded
      resource={rules}
      isEmpty={(value) => value.categoryId === null}
      empty={<p class="soft">{t("product.detailsNeedCategory")}</p>}
    >
      {(value) => <AttributesForm {...props} rules={value} />}
    </Loaded>
  );
}

interface RulesProps {
  rules: ProductRequirements;
}

function AttributesForm({ product, rules, model, onStarted }: DetailsFormProps & RulesProps) {
  const { say } = useApp();
  // What the form began with: only what was changed here is sent.
  const before = useSignal({ values: toValues(product.details), brand: brandOf(product.details) });
  const values = useSignal<DetailValues>(before.value.values);
  const brand = useSignal(before.value.brand);
  const { isBusy, refusal, send } = useSubmission();
  const save = (andPush: boolean) =>
    send(async () => {
      const entered = { values: values.value, brand: brand.value };
      const result = await model.saveDetails({
        ...(entered.brand?.id === before.value.brand?.id ? {} : { brand: entered.brand }),
        attributes: toAttributePatch(entered.values, before.value.values),
      });
      if (!result.ok) return result;
      before.value = entered;
      say(t("common.saved"));
      if (!andPush) return result;
      const pushed = await model.start("push");
      if (pushed.ok) onStarted(pushed.value.taskId);
      return pushed;
    });
  const asksNothing = rules.attributes.length === 0 && rules.certifications.length === 0;
  return (
    <form class="form" onSubmit={onSubmit(() => void save(false))} noValidate>
      <p class="soft">{t(asksNothing ? "product.noDetails" : "product.detailsText")}</p>
      <div class="details-grid">
        <BrandField
          categoryId={rules.categoryId ?? ""}
          brand={brand.value}
          storeBrand={product.brand}
          onChange={(chosen) => {
            brand.value = chosen;
          }}
        />
        <AttributeFields rules={rules} values={values} />
      </div>
      {rules.sizeChart !== "none" && (
        <SizeChartField
          product={product}
          isRequired={rules.sizeChart === "required"}
          model={model}
        />
      )}
      <Certificates rules={rules} />
      <StillMissing rules={rules} values={values} />
      <SubmitProblem of={refusal} />
      <div class="form-actions">
        <Button type="submit" isBusy={isBusy.value}>
          {t("product.saveDetails")}
        </Button>
        <Button variant="primary" isBusy={isBusy.value} onClick={() => void save(true)}>
          {t("product.saveAndPush")}
        </Button>
      </div>
    </form>
  );
}

interface ValuesProps extends RulesProps {
  values: Signal<DetailValues>;
}

/** A field for each attribute, what is required first. */
function AttributeFields({ rules, values }: ValuesProps) {
  const attributes = rules.attributes.toSorted(
    (a, b) => Number(b.isRequired) - Number(a.isRequired),
  );
  return (
    <>
      {attributes.map((rule) => (
        <AttributeField
          key={rule.id}
          rule={rule}
          values={values.value[rule.id] ?? []}
          onChange={(chosen) => {
            values.value = { ...values.value, [rule.id]: chosen };
          }}
        />
      ))}
    </>
  );
}

function Certificates({ rules: { certifications } }: RulesProps) {
  if (certifications.length === 0) return null;
  return (
    <div>
      <h3>{t("product.certificates")}</h3>
      <ul class="plain-list">
        {certifications.map((one) => (
          <li key={one.id}>
            {one.name}
            {one.isRequired && ` (${t("product.certificateRequired")})`}
          </li>
        ))}
      </ul>
    </div>
  );
}

function StillMissing({ rules, values }: ValuesProps) {
  const missing = missingAttributes(rules.attributes, values.value);
  if (missing.length === 0) return null;
  return (
    <p class="soft" role="status">
      {t("product.stillMissing")}: {missing.map((rule) => rule.name).join(", ")}
    </p>
  );
}
