import type { Conflict } from "../../../src/contract/common";
import { t } from "./texts";
import { SubmitProblem } from "../../problems/problem-notice";
import { Button } from "../../ui/button";
import { Notice } from "../../ui/notice";
import { useConnection } from "../connection";
import { settingLabel, settingText } from "./setting-text";
import type { Saving } from "./use-save";

/** Why a part of the settings was not saved: a refusal, or values that were saved elsewhere meanwhile. */
export function SaveProblem({ of: saving }: { of: Saving }) {
  return (
    <>
      <SubmitProblem of={saving.refusal} />
      {saving.conflict.value && <ChangedMeanwhile conflict={saving.conflict.value} of={saving} />}
    </>
  );
}

function ChangedMeanwhile({ conflict, of: saving }: { conflict: Conflict; of: Saving }) {
  const { isBusy, keepMine, takeTheirs } = saving;
  const actions = (
    <>
      <Button variant="primary" isBusy={isBusy.value} onClick={() => void keepMine()}>
        {t("settings.keepMine")}
      </Button>
      <Button onClick={() => void takeTheirs()}>{t("settings.takeTheirs")}</Button>
    </>
  );
  return (
    <Notice tone="warn" title={t("settings.changedMeanwhile")} actions={actions} isLive>
      <BothValues conflict={conflict} />
    </Notice>
  );
}

function BothValues({ conflict: { yours, current } }: { conflict: Conflict }) {
  const { detail } = useConnection();
  const known = detail.value.value;
  return (
    <table class="table table-dense">
      <thead>
        <tr>
          <th scope="col">{t("settings.settingCol")}</th>
          <th scope="col">{t("settings.yoursCol")}</th>
          <th scope="col">{t("settings.currentCol")}</th>
        </tr>
      </thead>
      <tbody>
        {Object.keys(yours).map((field) => (
          <tr key={field}>
            <th scope="row">{settingLabel(field)}</th>
            <td>{known && settingText(field, yours[field], known)}</td>
            <td>{known && settingText(field, current[field], known)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
