import { useModel, useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import type { BrandRow } from "../../src/contract/categories";
import { t } from "./texts";
import { useApp } from "../shell/app";
import { BrandSearchModel, type Brand } from "./brands";
import { useConnection } from "../connections/connection";
import { useSubmission } from "../data/submission";
import { Button, IconButton } from "../ui/button";
import { Combobox } from "../ui/later-combobox";
import { SubmitProblem } from "../problems/problem-notice";

interface BrandFieldProps {
  /** Absent: that it is the brand. */
  label?: string;
  categoryId: string;
  brand: Brand | null;
  /** What the store calls the brand. */
  storeBrand: string | null;
  onChange: (brand: Brand | null) => void;
}

/** A name is asked for once typing rests this long. */
const REST_MS = 300;

const toLabel = ({ name, isAuthorized }: BrandRow) =>
  isAuthorized ? name : t("details.brandUnauthorized", { name });

/** Type to find one of TikTok's brands; without one the product is listed with no brand. */
export function BrandField({ label, categoryId, brand, storeBrand, onChange }: BrandFieldProps) {
  const { client } = useApp();
  const { id } = useConnection();
  const search = useModel(() => new BrandSearchModel(client, id, categoryId));
  const typed = useSignal("");
  const text = typed.value;
  useEffect(() => {
    const timer = setTimeout(() => void search.find(text), REST_MS);
    return () => clearTimeout(timer);
  }, [search, text]);
  const rows = search.rows.value.value?.rows ?? [];
  const isPending = text.trim() !== search.sought.value || search.rows.isLoading.value;
  const pick = (label: string) => {
    const row = rows.find((one) => toLabel(one) === label);
    if (row) onChange({ id: row.id, name: row.name });
  };
  return (
    <div class="stack-tight">
      <Combobox
        label={label ?? t("details.brand")}
        options={rows.map(toLabel)}
        allowsOther={false}
        placeholder={t("details.brandSearch")}
        emptyText={
          isPending
            ? t("details.brandSearching")
            : t(text.trim() ? "details.brandUnknown" : "details.brandType")
        }
        onType={(next) => {
          typed.value = next;
        }}
        onPick={pick}
      />
      <MoreBrands search={search} />
      {brand ? (
        <ul class="attribute-values">
          <li class="attribute-value">
            {brand.name} <span class="small">{t("details.brandId", { id: brand.id })}</span>
            <IconButton
              icon="close"
              label={t("details.removeValue", { value: brand.name })}
              onClick={() => onChange(null)}
            />
          </li>
        </ul>
      ) : (
        <p class="soft">
          {t("details.noBrand")}
          {storeBrand && ` ${t("details.brandInStore", { name: storeBrand })}`}
        </p>
      )}
      <SubmitProblem of={search.rows.error} />
    </div>
  );
}

/** What of the name is not shown yet: a name may have more brands than one answer holds. */
export function MoreBrands({ search }: { search: InstanceType<typeof BrandSearchModel> }) {
  const { isBusy, refusal, send } = useSubmission();
  const found = search.rows.value.value;
  if (!found?.next) return null;
  return (
    <div class="row" role="status">
      <span class="soft small">{t("details.brandMore", { count: found.rows.length })}</span>
      <Button isSmall isBusy={isBusy.value} onClick={() => void send(search.more)}>
        {t("details.brandNext")}
      </Button>
      <SubmitProblem of={refusal} />
    </div>
  );
}
