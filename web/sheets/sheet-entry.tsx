import { useSignal } from "@preact/signals";
import type { CategoryRow } from "../../src/contract/categories";
import { later } from "../shell/later";
import { Button } from "../ui/button";
import { t } from "../categories/texts";

const SheetDialog = later(() => import("./sheet-dialog"));

/** Opens the sheet of the category that a store category is mapped to; nothing where it is not. */
export function SheetEntry({ row: { path, mapping } }: { row: CategoryRow }) {
  const isOpen = useSignal(false);
  if (mapping?.state !== "accepted") return null;
  return (
    <>
      <Button
        isSmall
        label={t("categories.editByCsvOne", { path: path || t("categories.none") })}
        onClick={() => {
          isOpen.value = true;
        }}
      >
        {t("categories.editByCsv")}
      </Button>
      {isOpen.value && (
        <SheetDialog
          categoryId={mapping.categoryId}
          path={mapping.path}
          onClose={() => {
            isOpen.value = false;
          }}
        />
      )}
    </>
  );
}
