import type { CheckedRow } from "../../src/contract/sheets";
import { Button } from "../ui/button";
import { DataTable, type Column } from "../ui/data-table";
import { saveFile } from "./save-file";
import type { CheckedFile } from "./sheet";
import { t } from "./texts";
import { causeText } from "./messages";
import { delimiterFor, errorRows, toCsv } from "./write-file";

/** Rows drawn of each kind; all of them are in the file. */
const SHOWN = 50;

type Refused = CheckedFile["errors"][number];

/** What the file's rows come to: what would be written, and what is not and why. */
export function SheetResult({ file }: { file: CheckedFile }) {
  const { valid, errors, unchanged } = file;
  const save = async (suffix: string, rows: readonly (readonly string[])[]) => {
    const text = await toCsv(rows, delimiterFor(navigator.language));
    saveFile(file.name.replace(/(\.\w+)?$/, `${suffix}.csv`), text);
  };
  const downloadValid = () =>
    save("-changes", [
      [t("sheet.col.line"), t("sheet.col.product"), t("sheet.col.change")],
      ...valid.map((row) => [String(row.line), row.productId, changeText(row)]),
    ]);
  const downloadErrors = async () => {
    const rows = errors.map(({ row, causes }) => ({ row, cause: causeText(causes) }));
    await save("-errors", errorRows(file.headings, rows));
  };
  return (
    <div class="stack-tight">
      <p role="status">
        <strong>{t("sheet.checked", { name: file.name })}</strong>{" "}
        {t("sheet.sum", { valid: valid.length, errors: errors.length, unchanged })}
      </p>
      {errors.length > 0 && (
        <section class="stack-tight">
          <h3>{t("sheet.errors", { count: errors.length })}</h3>
          <p class="soft small">{t("sheet.errorsHint")}</p>
          <Button onClick={() => void downloadErrors()}>{t("sheet.downloadErrors")}</Button>
          <DataTable
            caption={t("sheet.errors", { count: errors.length })}
            columns={ERROR_COLUMNS()}
            rows={errors.slice(0, SHOWN)}
            keyOf={({ row }) => String(row.line)}
            isDense
          />
          <More count={errors.length} />
        </section>
      )}
      {valid.length > 0 && (
        <section class="stack-tight">
          <h3>{t("sheet.valid", { count: valid.length })}</h3>
          <Button onClick={() => void downloadValid()}>{t("sheet.downloadValid")}</Button>
          <DataTable
            caption={t("sheet.valid", { count: valid.length })}
            columns={VALID_COLUMNS()}
            rows={valid.slice(0, SHOWN)}
            keyOf={({ line }) => String(line)}
            isDense
          />
          <More count={valid.length} />
        </section>
      )}
    </div>
  );
}

function More({ count }: { count: number }) {
  return count > SHOWN ? <p class="soft small">{t("sheet.first", { count: SHOWN })}</p> : null;
}

/** "Material: Cotton → Wool; …" */
function changeText({ before, after }: CheckedRow): string {
  const said = (value: unknown) => (value ? String(value) : t("sheet.nothing"));
  return Object.entries(after ?? {})
    .map(([name, to]) => {
      const column = name === "brand" ? t("sheet.brandColumn") : name;
      return t("sheet.change", { column, from: said(before?.[name]), to: said(to) });
    })
    .join("; ");
}

const ERROR_COLUMNS = (): readonly Column<Refused>[] => [
  { key: "line", label: t("sheet.col.line"), cellClass: "number", cell: ({ row }) => row.line },
  {
    key: "product",
    label: t("sheet.col.product"),
    isRowHead: true,
    cell: ({ row }) => row.productId,
  },
  { key: "cause", label: t("sheet.col.cause"), cell: ({ causes }) => causeText(causes) },
];

const VALID_COLUMNS = (): readonly Column<CheckedRow>[] => [
  { key: "line", label: t("sheet.col.line"), cellClass: "number", cell: ({ line }) => line },
  {
    key: "product",
    label: t("sheet.col.product"),
    isRowHead: true,
    cell: ({ productId }) => productId,
  },
  {
    key: "change",
    label: t("sheet.col.change"),
    cell: changeText,
  },
];
