/** One form for what TikTok Shop asks of a product or of all products of a category. */
import { useSignal } from "@preact/signals";
import type { Demands } from "../../src/contract/demands";
import type { Result } from "../api/client";
import { onSubmit, useSubmission } from "../data/submission";
import { SubmitProblem } from "../problems/problem-notice";
import { useApp } from "../shell/app";
import { useHashFocus } from "../shell/use-hash-focus";
import { Button } from "../ui/button";
import { Notice } from "../ui/notice";
import { BrandField } from "./brand-field";
import { AttributeParts, Certificates, StillMissing } from "./demand-parts";
import type { FormLevel } from "./form-level";
import { toPatch } from "./form-state";
import { InheritedNote } from "./inherited-note";
import { PackageFields } from "./package-fields";
import { PartyFields } from "./party-fields";
import { SizeChartField } from "./size-chart-field";
import { t } from "./texts";
import { useForm } from "./use-form";
import "./details-form.css";

interface DemandsFormProps {
  demands: Demands;
  level: FormLevel;
  /** What the store calls the brand. */
  storeBrand: string | null;
  /** What else can be done once it is saved, with the label of its button. */
  andThen?: { label: string; act: () => Promise<Result<unknown>> };
}

export function DemandsForm({ demands, level, storeBrand, andThen }: DemandsFormProps) {
  const { say } = useApp();
  const { form, before, isTakenUp, change, discard, recordSaved } = useForm(level);
  const isWrong = useSignal(false);
  const { isBusy, refusal, send } = useSubmission();
  useHashFocus();
  const save = (isLast: boolean) =>
    send(async () => {
      const entered = form.value;
      const patch = toPatch(entered, before.value);
      isWrong.value = patch === null;
      if (patch === null)
        return { ok: false, status: 422, error: { code: "request.invalid", facts: {} } };
      const result = await level.save(patch);
      if (!result.ok) return result;
      recordSaved(entered);
      say(t("common.saved"));
      return isLast || !andThen ? result : andThen.act();
    });
  return (
    <form class="form" onSubmit={onSubmit(() => void save(true))} noValidate>
      {isTakenUp.value && (
        <Notice
          tone="info"
          title={t("details.takenUp")}
          actions={<Button onClick={discard}>{t("details.discard")}</Button>}
        />
      )}
      <div id="brand">
        <BrandField
          categoryId={level.categoryId}
          brand={form.value.brand}
          storeBrand={storeBrand}
          onChange={(brand) => change({ brand })}
        />
        <InheritedNote level={level} field="brand" isOwn={form.value.brand !== null} />
      </div>
      <AttributeParts
        demands={demands}
        level={level}
        values={form.value.values}
        onChange={(id, chosen) => change({ values: { ...form.value.values, [id]: chosen } })}
      />
      {demands.sizeChart !== "none" && (
        <SizeChartField level={level} isRequired={demands.sizeChart === "required"} />
      )}
      <Certificates demands={demands} level={level} values={form.value.values} />
      {(demands.needsManufacturer || demands.needsResponsiblePerson) && (
        <PartyFields
          demands={demands}
          level={level}
          chosen={form.value.parties}
          onChange={(parties) => change({ parties })}
        />
      )}
      <PackageFields
        form={form.value.package}
        isWrong={isWrong.value}
        onChange={(parcel) => change({ package: parcel })}
      />
      <StillMissing demands={demands} level={level} values={form.value.values} />
      <SubmitProblem of={refusal} />
      <div class="form-actions">
        <Button type="submit" isBusy={isBusy.value}>
          {t("details.save")}
        </Button>
        {andThen && (
          <Button variant="primary" isBusy={isBusy.value} onClick={() => void save(false)}>
            {andThen.label}
          </Button>
        )}
      </div>
    </form>
  );
}
