import { useModel } from "@preact/signals";
import { useRef } from "preact/hooks";
import { useLocation } from "preact-iso/router";
import { useConnection } from "../connections/connection";
import { SubmitProblem } from "../problems/problem-notice";
import { useApp } from "../shell/app";
import { Button } from "../ui/button";
import { Dialog, DialogActions } from "../ui/dialog";
import { Notice } from "../ui/notice";
import { Progress } from "../ui/progress";
import { BrandSearch } from "./brand-search";
import { saveFile } from "./save-file";
import { SheetModel } from "./sheet";
import { SheetResult } from "./sheet-result";
import { t } from "./texts";
import { fileProblemText } from "./messages";

interface SheetDialogProps {
  categoryId: string;
  path: string;
  onClose: () => void;
}

type Model = InstanceType<typeof SheetModel>;

/** Edits brand and attributes of a category's products by a file that goes to a spreadsheet and back. */
export default function SheetDialog({ categoryId, path, onClose }: SheetDialogProps) {
  const { client, say } = useApp();
  const { id, base } = useConnection();
  const { route } = useLocation();
  const model = useModel(() => new SheetModel(client, id, categoryId));
  const valid = model.checked.value?.valid.length ?? 0;
  const confirm = async () => {
    const started = await model.apply();
    if (!started) return;
    say(t("sheet.started", { count: started.count }));
    onClose();
    route(`${base}/tasks/${encodeURIComponent(started.taskId)}`);
  };
  return (
    <Dialog title={t("sheet.title")} onClose={onClose} isWide>
      <p class="soft">{t("sheet.for", { path })}</p>
      <DownloadStep model={model} path={path} />
      <BrandSearch categoryId={categoryId} />
      <UploadStep model={model} />
      <Working model={model} />
      <SubmitProblem of={model.refusal} />
      <BrokenOff model={model} />
      {model.checked.value && <SheetResult file={model.checked.value} />}
      <DialogActions>
        <Button onClick={onClose}>{t("common.cancel")}</Button>
        <Button
          variant="primary"
          isDisabled={valid === 0}
          isBusy={model.progress.value?.kind === "apply"}
          onClick={() => void confirm()}
        >
          {t("sheet.confirm", { count: valid })}
        </Button>
      </DialogActions>
    </Dialog>
  );
}

/** The last name of the path as the name of a file. */
const fileName = (path: string) =>
  `${
    path
      .split(" > ")
      .at(-1)
      ?.replace(/[^\p{L}\p{N}]+/gu, "-") ?? "products"
  }.csv`;

function DownloadStep({ model, path }: { model: Model; path: string }) {
  const { say } = useApp();
  const download = async () => {
    const made = await model.download(navigator.language);
    if (!made) return;
    if (made.count === 0) return say(t("sheet.none"));
    saveFile(fileName(path), made.text);
    say(t("sheet.downloaded", { count: made.count }));
  };
  return (
    <section class="stack-tight">
      <h3>{t("sheet.step1")}</h3>
      <p class="soft">{t("sheet.step1Text")}</p>
      <div>
        <Button isBusy={model.progress.value?.kind === "download"} onClick={() => void download()}>
          {t("sheet.download")}
        </Button>
      </div>
    </section>
  );
}

function UploadStep({ model }: { model: Model }) {
  const picker = useRef<HTMLInputElement>(null);
  const problem = model.fileProblem.value;
  return (
    <section class="stack-tight">
      <h3>{t("sheet.step2")}</h3>
      <p class="soft">{t("sheet.step2Text")}</p>
      <input
        ref={picker}
        type="file"
        accept=".csv,.txt,.tsv,text/csv,text/plain"
        class="visually-hidden"
        tabIndex={-1}
        aria-label={t("sheet.file")}
        onChange={({ currentTarget }) => {
          const file = currentTarget.files?.[0];
          if (file) void model.check(file);
          currentTarget.value = "";
        }}
      />
      <div>
        <Button
          isBusy={model.progress.value?.kind === "check"}
          onClick={() => picker.current?.click()}
        >
          {t("sheet.choose")}
        </Button>
      </div>
      {problem && <Notice tone="bad" title={fileProblemText(problem)} isLive />}
    </section>
  );
}

/** A check that a refusal or the network ended goes on where it was. */
function BrokenOff({ model }: { model: Model }) {
  const begun = model.brokenOff.value;
  if (!begun || model.progress.value) return null;
  const { name, rows, answers } = begun;
  const count = rows.filter(({ causes }) => causes.length === 0).length;
  return (
    <div class="row">
      <span>{t("sheet.brokenOff", { name, done: answers.size, count })}</span>
      <Button onClick={() => void model.goOn()}>{t("sheet.goOn")}</Button>
    </div>
  );
}

/** How far reading or checking is. */
function Working({ model }: { model: Model }) {
  const progress = model.progress.value;
  if (!progress || progress.kind === "apply") return null;
  const { kind, done, count } = progress;
  const label =
    kind === "check"
      ? t("sheet.checking", { done, count: count ?? 0 })
      : t("sheet.downloading", { count: done });
  return (
    <div class="stack-tight">
      <Progress label={label} value={count === undefined ? undefined : done} max={count} />
      <p class="soft small">{label}</p>
    </div>
  );
}
