import { useSignal } from "@preact/signals";
import { useEffect, useMemo } from "preact/hooks";
import type { ProductDetail, ProductRequirements } from "../../src/contract/api";
import { t } from "../i18n/t";
import { useApp } from "../shell/app";
import { brandOf, withBrand } from "./brands";
import { useConnection } from "../connections/connection";
import { fromValues, missingAttributes, toValues, type DetailValues } from "./details";
import { createResource } from "../data/resource";
import { Button } from "../ui/button";
import { Loaded } from "../data/loaded";
import { AttributeField } from "./attribute-field";
import { BrandField } from "./brand-field";
import { onSubmit, useSubmission } from "../data/submission";
import { ProblemNotice } from "../problems/problem-notice";
import { SizeChartField } from "./size-chart-field";
import "./details-form.css";

interface DetailsFormProps {
  product: ProductDetail;
  onSaved: (product: ProductDetail) => void;
  onStarted: (taskId: string) => void;
}

/** The brand, and the attributes TikTok asks for in the product's category. */
export function DetailsForm(props: DetailsFormProps) {
  const { client } = useApp();
  const { id } = useConnection();
  const productId = props.product.id;
  const rules = useMemo(
    () =>
      createResource(() =>
        client.call("GET /api/connections/:id/products/:productId/requirements", {
          params: { id, productId },
        }),
      ),
    [client, id, productId],
  );
  useEffect(() => void rules.reload(), [rules]);
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

function AttributesForm({
  product,
  rules,
  onSaved,
  onStarted,
}: DetailsFormProps & { rules: ProductRequirements }) {
  const { client, say } = useApp();
  const { id } = useConnection();
  const values = useSignal<DetailValues>(toValues(product.details));
  const brand = useSignal(brandOf(product.details));
  const { isBusy, refusal, send } = useSubmission();
  const missing = missingAttributes(rules.attributes, values.value);
  const attributes = rules.attributes.toSorted(
    (a, b) => Number(b.isRequired) - Number(a.isRequired),
  );
  const save = (andPush: boolean) =>
    send(async () => {
      const result = await client.call("PUT /api/connections/:id/products/:productId/details", {
        params: { id, productId: product.id },
        body: fromValues(values.value, withBrand(product.details, brand.value)),
      });
      if (!result.ok) return result;
      onSaved(result.value);
      say(t("common.saved"));
      if (!andPush) return result;
      const pushed = await client.call("POST /api/connections/:id/push", {
        params: { id },
        body: { selection: { ids: [product.id] } },
      });
      if (pushed.ok) onStarted(pushed.value.taskId);
      return pushed;
    });
  const asksNothing = attributes.length === 0 && rules.certifications.length === 0;
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
      </div>
      {rules.sizeChart !== "none" && (
        <SizeChartField
          product={product}
          isRequired={rules.sizeChart === "required"}
          onSaved={onSaved}
        />
      )}
      {rules.certifications.length > 0 && (
        <div>
          <h3>{t("product.certificates")}</h3>
          <ul class="plain-list">
            {rules.certifications.map((one) => (
              <li key={one.id}>
                {one.name}
                {one.isRequired && ` (${t("product.certificateRequired")})`}
              </li>
            ))}
          </ul>
        </div>
      )}
      {missing.length > 0 && (
        <p class="soft" role="status">
          {t("product.stillMissing")}: {missing.map((rule) => rule.name).join(", ")}
        </p>
      )}
      <ProblemNotice reason={refusal.value} />
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
