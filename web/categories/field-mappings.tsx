import { useSignal } from "@preact/signals";
import type { CategoryDemands, MappingSource } from "../../src/contract/demands";
import { t } from "../listings/texts";
import { later } from "../shell/later";
import { Button } from "../ui/button";
import { DataTable, type Column } from "../ui/data-table";
import { Card } from "../ui/page";
import type { DemandsModel } from "./demands";

const FieldMappingDialog = later(() => import("./field-mapping-dialog"));

interface FieldMappingsProps {
  demands: CategoryDemands;
  model: InstanceType<typeof DemandsModel>;
}

interface FieldRow {
  field: string;
  name: string;
  source: MappingSource | null;
}

/** Each detail of a category with where its products take it from in the store. */
export default function FieldMappings({ demands, model }: FieldMappingsProps) {
  const open = useSignal<FieldRow | null>(null);
  const sourceOf = (field: string) =>
    demands.mappings.find((one) => one.field === field)?.source ?? null;
  const fields = [
    { field: "brand", name: t("details.brand") },
    ...demands.attributes.map(({ id, name }) => ({ field: `attribute:${id}`, name })),
  ];
  const rows = fields.map((one) => ({ ...one, source: sourceOf(one.field) }));
  return (
    <Card title={t("details.mapTitle")} id="mappings">
      <p class="soft">{t("details.mapText")}</p>
      <DataTable
        caption={t("details.mapTitle")}
        className="field-mappings"
        columns={columns((row) => {
          open.value = row;
        })}
        rows={rows}
        keyOf={(row) => row.field}
      />
      {open.value && (
        <FieldMappingDialog
          {...open.value}
          demands={demands}
          model={model}
          onClose={() => {
            open.value = null;
          }}
        />
      )}
    </Card>
  );
}

const columns = (onEdit: (row: FieldRow) => void): readonly Column<FieldRow>[] => [
  { key: "field", label: t("details.mapField"), isRowHead: true, cell: ({ name }) => name },
  {
    key: "source",
    label: t("details.mapSource"),
    cell: ({ source }) => (source ? sourceText(source) : <span class="soft">–</span>),
  },
  {
    key: "edit",
    label: t("details.mapEdit"),
    isLabelHidden: true,
    cell: (row) => (
      <Button isSmall label={t("details.mapEditOf", row)} onClick={() => onEdit(row)}>
        {t("details.mapEdit")}
      </Button>
    ),
  },
];

/** "Feature Composition", "Weight in kg". */
export function sourceText(source: MappingSource): string {
  switch (source.kind) {
    case "feature":
    case "option":
      return t(`details.source.${source.kind}`, source);
    case "dimension":
      return t("details.source.dimension", { of: t(`details.${source.of}`), unit: source.unit });
    case "constant":
      return `${t("details.source.constant")}: ${source.value}`;
    default:
      return t(`details.source.${source.kind}`);
  }
}
