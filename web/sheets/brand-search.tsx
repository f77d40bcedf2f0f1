import { useModel, useSignal } from "@preact/signals";
import type { BrandRow } from "../../src/contract/categories";
import { brandCell } from "../../src/domain/sheets/cell";
import { useConnection } from "../connections/connection";
import { SubmitProblem } from "../problems/problem-notice";
import { useApp } from "../shell/app";
import { SearchForm } from "../shell/search-form";
import { BrandSearchModel } from "../listings/brands";
import { MoreBrands } from "../listings/brand-field";
import { Button } from "../ui/button";
import { t } from "./texts";

const SHOWN = 10;

/** Finds a brand by its name and copies it as the file takes it. */
export function BrandSearch({ categoryId }: { categoryId: string }) {
  const { client } = useApp();
  const { id } = useConnection();
  const typed = useSignal("");
  const shown = useSignal(SHOWN);
  const search = useModel(() => new BrandSearchModel(client, id, categoryId));
  const found = search.rows;
  const rows = found.value.value?.rows;
  const find = (text: string) => {
    shown.value = SHOWN;
    return search.find(text);
  };
  return (
    <div class="stack-tight">
      <SearchForm
        label={t("sheet.brand")}
        value={typed.value}
        onInput={(text) => {
          typed.value = text;
        }}
        onSearch={(text) => void find(text)}
      />
      <p class="soft small">{t("sheet.brandHint")}</p>
      <div aria-live="polite">
        {rows && rows.length === 0 && <p class="soft">{t("sheet.brandNone")}</p>}
        {rows && rows.length > 0 && (
          <ul class="plain-list stack-tight" aria-label={t("sheet.brandList")}>
            {rows.slice(0, shown.value).map((row) => (
              <Brand key={row.id} row={row} />
            ))}
          </ul>
        )}
        {rows && rows.length > shown.value && (
          <p class="row">
            <span class="soft small">
              {t("sheet.brandShown", { shown: shown.value, count: rows.length })}
            </span>
            <Button isSmall onClick={() => (shown.value = rows.length)}>
              {t("sheet.brandAll")}
            </Button>
          </p>
        )}
      </div>
      <MoreBrands search={search} />
      <SubmitProblem of={found.error} />
    </div>
  );
}

function Brand({ row }: { row: BrandRow }) {
  const { say } = useApp();
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(brandCell(row));
      say(t("sheet.brandCopied", { name: row.name }));
    } catch {
      say(t("sheet.copyFailed"));
    }
  };
  return (
    <li class="row">
      <span>
        {brandCell(row)}
        {!row.isAuthorized && <span class="soft"> – {t("sheet.brandUnauthorized")}</span>}
      </span>
      <Button isSmall icon="copy" label={t("common.copyNamed", { label: row.name })} onClick={copy}>
        {t("common.copy")}
      </Button>
    </li>
  );
}
