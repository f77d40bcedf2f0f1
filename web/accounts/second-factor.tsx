import { useSignal, type Signal } from "@preact/signals";
import type { Security } from "../../src/contract/persons";
import { useSubmission } from "../data/submission";
import { t } from "./texts";
import { SubmitProblem } from "../problems/problem-notice";
import { useApp } from "../shell/app";
import { Button } from "../ui/button";
import { CopyField } from "../ui/copy-field";
import { Card } from "../ui/page";
import { FactorPicture } from "./factor-picture";
import { CodeField, CredentialForm } from "./credential-form";

interface SecondFactorProps {
  security: Security;
  onChanged: () => unknown;
}

interface Begun {
  secret: string;
  address: string;
}

/** The authenticator: off, being set up, its recovery codes shown once, or on. */
export function SecondFactor({ security, onChanged }: SecondFactorProps) {
  const begun = useSignal<Begun | null>(null);
  const codes = useSignal<readonly string[]>([]);
  return (
    <Card title={t("account.factor")} id="factor">
      {codes.value.length > 0 && (
        <RecoveryCodes
          codes={codes.value}
          onKept={() => {
            codes.value = [];
            onChanged();
          }}
        />
      )}
      {codes.value.length === 0 && begun.value && (
        <Confirm begun={begun.value} onConfirmed={(recovery) => (codes.value = recovery)} />
      )}
      {codes.value.length === 0 && !begun.value && (
        <Standing security={security} begun={begun} onChanged={onChanged} />
      )}
    </Card>
  );
}

function Standing({
  security,
  begun,
  onChanged,
}: SecondFactorProps & { begun: Signal<Begun | null> }) {
  const { client, say } = useApp();
  const { isBusy, refusal, send } = useSubmission();
  const begin = () =>
    send(async () => {
      const result = await client.call("POST /api/me/second-factor", { body: {} });
      if (result.ok) begun.value = result.value;
      return result;
    });
  const end = async () => {
    if (!(await send(() => client.call("DELETE /api/me/second-factor", { body: {} })))) return;
    say(t("account.factorEnded"));
    onChanged();
  };
  const isOn = security.hasSecondFactor;
  return (
    <div class="stack">
      <p class="soft">
        {isOn ? t("account.factorOn", { count: security.recoveryCodes }) : t("account.factorOff")}
      </p>
      <SubmitProblem of={refusal} />
      <div>
        <Button isBusy={isBusy.value} onClick={() => void (isOn ? end() : begin())}>
          {t(isOn ? "account.factorEnd" : "account.factorBegin")}
        </Button>
      </div>
    </div>
  );
}

interface ConfirmProps {
  begun: Begun;
  onConfirmed: (recoveryCodes: readonly string[]) => void;
}

function Confirm({ begun, onConfirmed }: ConfirmProps) {
  const { client } = useApp();
  const code = useSignal("");
  const submission = useSubmission();
  const confirm = () =>
    submission.send(async () => {
      const body = { code: code.value };
      const result = await client.call("POST /api/me/second-factor/confirm", { body });
      if (result.ok) onConfirmed(result.value.recoveryCodes);
      return result;
    });
  return (
    <div class="stack">
      <p>{t("account.factorStep")}</p>
      <FactorPicture address={begun.address} />
      <CopyField label={t("account.factorKey")} value={begun.secret} />
      <p>
        <a href={begun.address}>{t("account.factorOpen")}</a>
      </p>
      <CredentialForm
        submission={submission}
        submitLabel={t("account.factorConfirm")}
        onSend={() => void confirm()}
      >
        <CodeField code={code} />
      </CredentialForm>
    </div>
  );
}

function RecoveryCodes({ codes, onKept }: { codes: readonly string[]; onKept: () => void }) {
  return (
    <div class="stack">
      <h3>{t("account.recovery")}</h3>
      <p>{t("account.recoveryText")}</p>
      <ul class="plain-list">
        {codes.map((code) => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </ul>
      <div>
        <Button variant="primary" onClick={onKept}>
          {t("account.recoveryKept")}
        </Button>
      </div>
    </div>
  );
}
