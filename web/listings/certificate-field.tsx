import { useRef } from "preact/hooks";
import type { CertificateDemand } from "../../src/contract/demands";
import { formatNumber } from "../i18n/format";
import { t } from "./texts";
import { useApp } from "../shell/app";
import { useConnection } from "../connections/connection";
import { Button, IconButton } from "../ui/button";
import { useSubmission } from "../data/submission";
import { SubmitProblem } from "../problems/problem-notice";
import { ExpiryField } from "./expiry-field";
import { faultText, type FormLevel } from "./form-level";
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

const keyOf = (file: ProofFile) => (file.kind === "pdf" ? file.id : file.uri);

/** The files of one kind of certificate and their date: each change is saved at once. */
export function CertificateField({ kind, isNeeded, level }: CertificateFieldProps) {
  const { client, say } = useApp();
  const { id } = useConnection();
  const picker = useRef<HTMLInputElement>(null);
  const { isBusy, refusal, send } = useSubmission();
  const proof = level.details.certificates?.[kind.id];
  const files = proof?.files ?? [];
  const fault = faultText(kind, proof);
  // Acts wait for each other: each goes on from what the one before it saved.
  const newest = useRef(proof);
  if (!isBusy.value) newest.current = proof;
  const save = async (change: (before: Proof | undefined) => Proof | null) => {
    const next = change(newest.current);
    const result = await level.save({ certificates: { [kind.id]: next } });
    if (result.ok) newest.current = next ?? undefined;
    return result;
  };
  const upload = (file: File) =>
    send(async () => {
      const sent = await sendFile(file, MAX_BYTES, (body) =>
        client.call("POST /api/connections/:id/certificate-files", { params: { id }, body }),
      );
      if (!sent.ok) return sent;
      const result = await save((before) => ({
        ...before,
        files: [...(before?.files ?? []), sent.value],
      }));
      if (result.ok) say(t("details.certificateSaved"));
      return result;
    });
  const remove = (gone: ProofFile) =>
    void send(() =>
      save((before) => {
        const left = before?.files.filter((one) => keyOf(one) !== keyOf(gone)) ?? [];
        return left.length > 0 ? { ...before, files: left } : null;
      }),
    );
  const date = (expiresAt: number | undefined) =>
    void send(async () => {
      if (newest.current?.expiresAt === expiresAt) return { ok: true, value: null };
      return save((before) =>
        before ? { files: before.files, ...(expiresAt === undefined ? {} : { expiresAt }) } : null,
      );
    });
  return (
    <section class="stack-tight" id={`certificate-${kind.id}`}>
      <h4>{isNeeded ? t("details.certificateNeeded", kind) : kind.name}</h4>
      <CertificateHelp kind={kind} />
      <FileList files={files} onRemove={remove} />
      <InheritedNote
        level={level}
        field={`certificate:${kind.id}`}
        isOwn={files.length > 0 && !fault}
      />
      {files.length > 0 && (
        <ExpiryField
          isRequired={kind.needsExpiry === true}
          expiresAt={proof?.expiresAt}
          fault={fault}
          onSave={date}
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
          <li key={keyOf(file)} class="attribute-value">
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
