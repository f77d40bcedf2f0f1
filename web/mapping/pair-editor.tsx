import { useModel } from "@preact/signals";
import { useLayoutEffect } from "preact/hooks";
import type { ProductDetail } from "../../src/contract/catalogue";
import type { VariantRow } from "../../src/contract/variants";
import type { UnmappedListing } from "../../src/contract/mapping";
import { Loaded } from "../data/loaded";
import { useSubmission } from "../data/submission";
import { formatMoney, formatNumber } from "../i18n/format";
import { SubmitProblem } from "../problems/problem-notice";
import { useApp } from "../shell/app";
import { Button } from "../ui/button";
import { DataTable, type Column } from "../ui/data-table";
import { SelectField } from "../ui/select-field";
import { Combobox } from "../ui/later-combobox";
import { keepFocus } from "./keep-focus";
import type { MappingModel } from "./mapping";
import { PairingModel } from "./pairing";
import { t } from "./texts";

interface PairEditorProps {
  row: UnmappedListing;
  model: InstanceType<typeof MappingModel>;
}

/** The product of a listing and the variant of each of its SKUs, as a person says. */
export default function PairEditor({ row, model }: PairEditorProps) {
  const { say } = useApp();
  const pairing = useModel(() => new PairingModel(model, row));
  const { isBusy, refusal, send } = useSubmission();
  const productId = pairing.productId.value;
  useLayoutEffect(() => {
    void pairing.read();
  }, [pairing]);
  const save = () =>
    void send(async () => {
      if (productId === null) return { ok: true, value: null };
      const choice = { productId, pairs: pairing.pairs.value };
      const result = await model.choose(row.channelProductId, choice);
      if (!result.ok) return result;
      say(t("mapping.saved", { title: row.title || t("mapping.untitled") }));
      await model.page.reload();
      keepFocus();
      return result;
    });
  return (
    <>
      {productId !== null && (
        <Loaded resource={pairing.detail}>
          {(product) => <Pairs row={row} product={product} pairing={pairing} />}
        </Loaded>
      )}
      <div class="stack-tight">
        <Combobox
          label={t(productId === null ? "mapping.choose" : "mapping.chooseOther")}
          placeholder={t("mapping.chooseHint")}
          emptyText={t("mapping.chooseEmpty")}
          options={pairing.names.value}
          allowsOther={false}
          onType={pairing.type}
          onPick={(name) => void pairing.pick(name)}
        />
        <div>
          <Button
            variant="primary"
            isDisabled={!pairing.canSave.value}
            isBusy={isBusy.value}
            onClick={save}
          >
            {t("mapping.save")}
          </Button>
        </div>
      </div>
      <SubmitProblem of={refusal} />
    </>
  );
}

interface PairsProps {
  row: UnmappedListing;
  product: ProductDetail;
  pairing: InstanceType<typeof PairingModel>;
}

function Pairs({ row, product, pairing }: PairsProps) {
  const isPartial = pairing.pairs.value.length < row.skus.length;
  return (
    <>
      <p role="status">{t("mapping.chosen", { name: product.name })}</p>
      <DataTable
        isDense
        caption={t("mapping.pairs")}
        columns={columnsOf(product, pairing)}
        rows={row.skus}
        keyOf={(sku) => sku.channelSkuId}
      />
      {pairing.isTwice.value && (
        <p class="field-error" role="alert">
          {t("mapping.twice")}
        </p>
      )}
      {isPartial && <p class="soft small">{t("mapping.standAlone")}</p>}
    </>
  );
}

type Sku = UnmappedListing["skus"][number];

const labelOf = ({ options, sku, stock }: VariantRow) =>
  t("mapping.variant", { name: options.map(({ value }) => value).join(", "), sku, stock });

const columnsOf = (
  { variants }: ProductDetail,
  pairing: InstanceType<typeof PairingModel>,
): readonly Column<Sku>[] => [
  {
    key: "sku",
    label: t("mapping.col.sku"),
    isRowHead: true,
    cell: ({ sellerSku }) => sellerSku || t("mapping.noSku"),
  },
  { key: "barcode", label: t("mapping.col.barcode"), cell: ({ barcode }) => barcode ?? "–" },
  {
    key: "price",
    label: t("mapping.col.price"),
    align: "end",
    cellClass: "number",
    cell: ({ priceMinor, currency }) =>
      priceMinor === null || currency === null ? "–" : formatMoney(priceMinor, currency),
  },
  {
    key: "stock",
    label: t("mapping.col.stock"),
    align: "end",
    cellClass: "number",
    cell: ({ quantity }) => (quantity === null ? "–" : formatNumber(quantity)),
  },
  {
    key: "variant",
    label: t("mapping.col.variant"),
    head: t("mapping.col.variant"),
    // As wide as its card on a narrow screen.
    isLabelHidden: true,
    cellClass: "mapping-variant",
    cell: ({ channelSkuId, sellerSku }) => (
      <SelectField
        isLabelHidden
        label={t("mapping.variantFor", { sku: sellerSku || channelSkuId })}
        value={pairing.chosen.value[channelSkuId] ?? ""}
        onChange={(variantId) => pairing.set(channelSkuId, variantId)}
        options={[
          { value: "", label: t("mapping.none") },
          ...variants.map((variant) => ({ value: variant.id, label: labelOf(variant) })),
        ]}
      />
    ),
  },
];
