import { useRef } from "preact/hooks";
import type { CertificateDemand } from "../../src/contract/demands";
import { formatNumber } from "../i18n/format";
import { t } from "./texts";
import { useApp } from "../shell/app";
import { useConnection } from "../connections/connection";
import { Button, IconButton } from "../ui/button";
import { TextField } from "../ui/field";
import { useSubmission } from "../data/submission";
import { SubmitProblem } from "../problems/problem-notice";
import { faultText, fromDay, toDay, type FormLevel } from "./form-level";
import { InheritedNote } from "./inherited-note";
import { sendFile } from "./send-file";

interface CertificateFieldProps {
  kind: CertificateDemand;
  /** By the category, or by a value that was chosen. */
  isNeeded: boolean;
  level: FormLevel;
}

const MAX_BYTES = 10 * 1024 * 1024;
const MAX_FILES = 10;

type Proof = NonNullable<FormLevel["details"]["certificates"]>[string];
type ProofFile = Proof["files"][number];

/** The files of one kind of certificate and their date: each change is saved at once. */
export function CertificateField({ kind, isNeeded, level }: CertificateFieldProps) {
  const { client, say } = useApp();
  const { id } = useConnection();
  const picker = useRef<HTMLInputElement>(null);
  const { isBusy, refusal, send } = useSubmission();
  const proof = level.details.certificates?.[kind.id];
  const files = proof?.files ?? [];
  const save = (next: Proof | null) => level.save({ certificates: { [kind.id]: next } });
  const upload = (file: File) =>
    send(async () => {
      const sent = await sendFile(file, MAX_BYTES, (body) =>
        client.call("POST /api/connections/:id/certificate-files", { params: { id }, body }),
      );
      if (!sent.ok) return sent;
      const result = await save({ ...proof, files: [...files, sent.value] });
      if (result.ok) say(t("details.certificateSaved"));
      return result;
    });
  const remove = (gone: ProofFile) => {
    const left = files.filter((one) => one !== gone);
    void send(() => save(left.length > 0 ? { ...proof, files: left } : null));
  };
  const date = (day: string) => {
    const expiresAt = fromDay(day);
    void send(() => save({ files, ...(expiresAt === undefined ? {} : { expiresAt }) }));
  };
  return (
    <section class="stack-tight" id={`certificate-${kind.id}`}>
      <h4>{isNeeded ? t("details.certificateNeeded", kind) : kind.name}</h4>
      <CertificateHelp kind={kind} />
      <FileList files={files} onRemove={remove} />
      <InheritedNote level={level} field={`certificate:${kind.id}`} isOwn={files.length > 0} />
      {files.length > 0 && (
        <TextField
          type="date"
          label={t("details.expiry")}
          isRequired={kind.needsExpiry === true}
          error={faultText(kind, proof)}
          value={toDay(proof?.expiresAt)}
          onInput={date}
        />
      )}
      <input
        ref={picker}
        type="file"
        accept="application/pdf,image/png,image/jpeg"
        hidden
        aria-label={kind.name}
        onChange={({ currentTarget }) => {
          const file = currentTarget.files?.[0];
          if (file) void upload(file);
          currentTarget.value = "";
        }}
      />
      {files.length < MAX_FILES && (
        <div class="form-actions">
          <Button
            isSmall
            isBusy={isBusy.value}
            label={t("details.certificateUploadOf", kind)}
            onClick={() => picker.current?.click()}
          >
            {t("details.certificateUpload")}
          </Button>
        </div>
      )}
      <SubmitProblem of={refusal} />
    </section>
  );
}

function CertificateHelp({ kind: { details, sampleUrl } }: Pick<CertificateFieldProps, "kind">) {
  return (
    <>
      {details && <p class="soft small">{details}</p>}
      {sampleUrl && (
        <p class="small">
          <a href={sampleUrl} target="_blank" rel="noopener noreferrer">
            {t("details.certificateSample")}
          </a>
        </p>
      )}
    </>
  );
}

interface FileListProps {
  files: readonly ProofFile[];
  onRemove: (file: ProofFile) => void;
}

function FileList({ files, onRemove }: FileListProps) {
  if (files.length === 0) return <p class="soft small">{t("details.certificateNone")}</p>;
  return (
    <ul class="attribute-values">
      {files.map((file, index) => {
        const number = formatNumber(index + 1);
        const name = file.kind === "pdf" ? file.name : t("details.picture", { number });
        return (
          <li key={file.kind === "pdf" ? file.id : file.uri} class="attribute-value">
            {name}
            <IconButton
              icon="close"
              label={t("details.removeValue", { value: name })}
              onClick={() => onRemove(file)}
            />
          </li>
        );
      })}
    </ul>
  );
}
