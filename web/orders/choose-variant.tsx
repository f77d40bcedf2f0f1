import { useSignal } from "@preact/signals";
import { useMemo } from "preact/hooks";
import type { OrderDetail } from "../../src/contract/orders";
import { useApp } from "../shell/app";
import { t } from "./order-texts";
import { Button } from "../ui/button";
import { Combobox } from "../ui/later-combobox";
import { SelectField } from "../ui/select-field";
import { Card } from "../ui/page";
import { SubmitProblem } from "../problems/problem-notice";
import { useSubmission } from "../data/submission";
import { createVariantSearch, type VariantChoice } from "./variant-search";
import type { OrderModel } from "./orders";

interface ChooseVariantProps {
  order: OrderDetail;
  model: InstanceType<typeof OrderModel>;
}

/** What the buyer ordered is not in the store: a person says what is sent instead. */
export function ChooseVariant({ order, model }: ChooseVariantProps) {
  const open = new Map(
    order.lines
      .filter(({ needsVariant }) => needsVariant)
      .map((line) => [line.channelSkuId, line.sellerSku || line.variantName || line.name]),
  );
  if (open.size === 0) return null;
  return (
    <Card title={t("order.choose")}>
      <p>{t("order.chooseText")}</p>
      {[...open].map(([skuId, sku]) => (
        <ChooseFor key={skuId} skuId={skuId} sku={sku} choices={order.choices} model={model} />
      ))}
    </Card>
  );
}

interface ChooseForProps {
  skuId: string;
  sku: string;
  choices: readonly VariantChoice[];
  model: ChooseVariantProps["model"];
}

const keyOf = ({ productId, variantId }: VariantChoice) => `${productId}:${variantId}`;
const labelOf = ({ name, sku }: VariantChoice) => (sku ? `${name} · ${sku}` : name);

function ChooseFor({ skuId, sku, choices, model }: ChooseForProps) {
  const { say } = useApp();
  const { isBusy, refusal, send } = useSubmission();
  const search = useMemo(() => createVariantSearch(model.findProducts, model.readProduct), [model]);
  const chosen = useSignal("");
  const all = [...choices, ...search.found.value].filter(
    (one, index, list) => list.findIndex((other) => keyOf(other) === keyOf(one)) === index,
  );
  const choice = all.find((one) => keyOf(one) === chosen.value);
  const choose = async () => {
    if (!choice) return;
    const { productId, variantId } = choice;
    if (await send(() => model.choose({ channelSkuId: skuId, productId, variantId })))
      say(t("order.chosen"));
  };
  return (
    <div class="stack-tight">
      <SelectField
        label={t("order.chooseFor", { sku })}
        value={chosen.value}
        onChange={(value) => (chosen.value = value)}
        options={[
          { value: "", label: t("product.choose") },
          ...all.map((one) => ({ value: keyOf(one), label: labelOf(one) })),
        ]}
      />
      <Combobox
        label={t("order.chooseOther")}
        options={search.names.value}
        allowsOther={false}
        onType={search.type}
        onPick={(name) => void send(() => search.pick(name))}
      />
      <SubmitProblem of={refusal} />
      <div>
        <Button isBusy={isBusy.value} isDisabled={!choice} onClick={() => void choose()}>
          {t("order.chooseSend")}
        </Button>
      </div>
    </div>
  );
}
