import { useSignal } from "@preact/signals";
import { useLocation } from "preact-iso/router";
import { onSubmit, useSubmission } from "../../data/submission";
import { MembersOnly } from "../../shell/guard";
import { SubmitProblem } from "../../problems/problem-notice";
import { Stepper } from "./stepper";
import { TopShell } from "../../shell/top-shell";
import { t } from "./texts";
import { useApp } from "../../shell/app";
import { useDraft } from "../../data/draft";
import { useResource } from "../../data/use-resource";
import { freeName, nameProblem } from "./wizard";
import { Button, LinkButton } from "../../ui/button";
import { TextField } from "../../ui/field";
import { SelectField } from "../../ui/select-field";
import { Card, PageHead } from "../../ui/page";

const BLANK = { name: null as string | null, source: "prestashop", channel: "tiktok-shop" };
const SOURCES = ["prestashop"] as const;
const CHANNELS = ["tiktok-shop"] as const;

export default function NewConnection() {
  return (
    <MembersOnly>
      <TopShell isNarrow>
        <PageHead
          title={t("wizard.title")}
          crumb={{ label: t("nav.connections"), href: "/connections" }}
        />
        <Stepper current="name" hasShopStep={false} hrefOf={() => undefined} />
        <NameStep />
      </TopShell>
    </MembersOnly>
  );
}

function NameStep() {
  const { client } = useApp();
  const { route } = useLocation();
  const form = useDraft("new-connection", BLANK);
  const others = useResource(() => client.call("GET /api/connections"), [client]);
  const isChecked = useSignal(false);
  const { isBusy, refusal, send } = useSubmission();
  const { source, channel } = form.draft.value;
  const taken = others.value.value?.connections.map((one) => one.name) ?? [];
  // Until something is typed a free name stands there.
  const name = form.draft.value.name ?? freeName(t("wizard.nameProposal"), taken);
  const problem = nameProblem(name, taken);
  const submit = async () => {
    isChecked.value = true;
    if (problem) return;
    await send(async () => {
      const body = { name: name.trim(), source, channel };
      const result = await client.call("POST /api/connections", { body });
      if (result.ok) {
        form.forget();
        route(`/connections/${result.value.id}/setup`);
      }
      return result;
    });
  };
  return (
    <Card title={t("wizard.step.name")}>
      <form class="form" onSubmit={onSubmit(submit)} noValidate>
        <TextField
          label={t("wizard.name")}
          hint={t("wizard.nameHint")}
          error={isChecked.value && problem ? t(problem) : undefined}
          isRequired
          maxLength={100}
          value={name}
          onInput={(value) => form.set({ name: value })}
        />
        <SelectField
          label={t("wizard.from")}
          value={source}
          options={SOURCES.map((one) => ({ value: one, label: t(`platform.${one}`) }))}
          onChange={(value) => form.set({ source: value })}
        />
        <SelectField
          label={t("wizard.to")}
          value={channel}
          options={CHANNELS.map((one) => ({ value: one, label: t(`platform.${one}`) }))}
          onChange={(value) => form.set({ channel: value })}
        />
        <SubmitProblem of={refusal} />
        <div class="form-actions">
          <Button type="submit" variant="primary" isBusy={isBusy.value}>
            {t("common.next")}
          </Button>
          <LinkButton variant="quiet" href="/connections">
            {t("common.cancel")}
          </LinkButton>
        </div>
      </form>
    </Card>
  );
}
