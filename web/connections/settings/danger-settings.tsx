import { useSignal } from "@preact/signals";
import { useLocation } from "preact-iso/router";
import type { ConnectionDetail } from "../../../src/contract/connections";
import { routePath } from "../../api/client";
import { t } from "./words";
import { useApp } from "../../shell/app";
import { useConnection } from "../connection";
import { Button, LinkButton } from "../../ui/button";
import { Dialog, DialogActions } from "../../ui/dialog";
import { TextField } from "../../ui/field";
import { Card } from "../../ui/page";
import { onSubmit, useSubmission } from "../../data/submission";
import { SubmitProblem } from "../../problems/problem-notice";

/** Export, and the end of a connection. */
export function DangerSettings({ detail }: { detail: ConnectionDetail }) {
  const isAsking = useSignal(false);
  const { client, proof } = useApp();
  const exportHref = routePath("/api/connections/:id/export", { params: { id: detail.id } });
  /** A file is no call of the client's: what it needs is asked for before. */
  const download = async (event: MouseEvent) => {
    event.preventDefault();
    const standing = await client.call("GET /api/me/proof");
    if ((standing.ok && standing.value.isFresh) || (await proof.ask())) location.assign(exportHref);
  };
  return (
    <Card title={t("settings.export")} id="export">
      <p class="soft">{t("settings.exportText")}</p>
      <div>
        <LinkButton href={exportHref} download onClick={download}>
          {t("settings.download")}
        </LinkButton>
      </div>
      <hr />
      <h3>{t("settings.delete")}</h3>
      <p class="soft">{t("settings.deleteText")}</p>
      <div>
        <Button variant="danger" onClick={() => (isAsking.value = true)}>
          {t("settings.delete")}
        </Button>
      </div>
      {isAsking.value && (
        <DeleteDialog
          name={detail.name}
          onClose={() => {
            isAsking.value = false;
          }}
        />
      )}
    </Card>
  );
}

function DeleteDialog({ name, onClose }: { name: string; onClose: () => void }) {
  const { model } = useConnection();
  const { say } = useApp();
  const { route } = useLocation();
  const typed = useSignal("");
  const isChecked = useSignal(false);
  const { isBusy, refusal, send } = useSubmission();
  const isMatching = typed.value.trim() === name;
  const submit = async () => {
    isChecked.value = true;
    if (!isMatching || !(await send(() => model.remove(name)))) return;
    say(t("settings.deleted"));
    route("/connections", true);
  };
  return (
    <Dialog title={t("settings.deleteTitle")} onClose={onClose}>
      <form class="form" onSubmit={onSubmit(() => void submit())}>
        <p>{t("settings.deleteText")}</p>
        <TextField
          label={t("settings.deleteConfirm", { name })}
          error={isChecked.value && !isMatching ? t("settings.deleteMismatch") : undefined}
          value={typed.value}
          onInput={(value) => {
            typed.value = value;
          }}
        />
        <SubmitProblem of={refusal} />
        <DialogActions>
          <Button onClick={onClose}>{t("common.cancel")}</Button>
          <Button type="submit" variant="danger" isBusy={isBusy.value}>
            {t("settings.delete")}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}
