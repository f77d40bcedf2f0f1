import { useSignal } from "@preact/signals";
import type { Party } from "../../../src/contract/parties";
import { EU_COUNTRIES } from "../../../src/domain/listings/party-choices";
import { onSubmit, useSubmission } from "../../data/submission";
import { SubmitProblem } from "../../problems/problem-notice";
import { useApp } from "../../shell/app";
import { Button } from "../../ui/button";
import { Dialog, DialogActions } from "../../ui/dialog";
import { TextField } from "../../ui/field";
import { SelectField } from "../../ui/select-field";
import { useConnection } from "../connection";
import { EMPTY_PARTY, toManufacturer, toPerson, type PartyForm } from "./party-form";
import { t } from "./party-texts";

type Kind = "manufacturers" | "responsiblePersons";

interface PartyDialogProps {
  kind: Kind;
  onAdded: (kind: Kind, party: Party) => void;
  onClose: () => void;
}

/** Registers a manufacturer or a responsible person with TikTok Shop. */
export default function PartyDialog({ kind, onAdded, onClose }: PartyDialogProps) {
  const { client } = useApp();
  const { id } = useConnection();
  const form = useSignal<PartyForm>(EMPTY_PARTY);
  const { isBusy, refusal, send } = useSubmission();
  const isMaker = kind === "manufacturers";
  const params = { id };
  const register = () =>
    send(async () => {
      const made = isMaker
        ? await client.call("POST /api/connections/:id/manufacturers", {
            params,
            body: toManufacturer(form.value),
          })
        : await client.call("POST /api/connections/:id/responsible-persons", {
            params,
            body: toPerson(form.value),
          });
      if (made.ok) onAdded(kind, made.value);
      return made;
    });
  return (
    <Dialog title={t(isMaker ? "parties.addManufacturer" : "parties.addPerson")} onClose={onClose}>
      <form class="form" onSubmit={onSubmit(() => void register())}>
        <PartyFields
          form={form.value}
          isMaker={isMaker}
          onChange={(part) => {
            form.value = { ...form.value, ...part };
          }}
        />
        <SubmitProblem of={refusal} />
        <DialogActions>
          <Button onClick={onClose}>{t("common.cancel")}</Button>
          <Button type="submit" variant="primary" isBusy={isBusy.value}>
            {t("parties.register")}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}

interface PartyFieldsProps {
  form: PartyForm;
  isMaker: boolean;
  onChange: (part: Partial<PartyForm>) => void;
}

function PartyFields({ form, isMaker, onChange }: PartyFieldsProps) {
  const field = (key: keyof PartyForm, isRequired = true) => {
    const label = t(`parties.${key}`);
    return {
      label: isRequired ? label : t("parties.optional", { label }),
      isRequired,
      value: form[key],
      onInput: (typed: string) => onChange({ [key]: typed }),
    };
  };
  return (
    <>
      <TextField {...field("name")} maxLength={isMaker ? 255 : 200} />
      {isMaker && <TextField {...field("tradeName", false)} maxLength={200} />}
      <TextField {...field("email")} type="email" />
      <TextField {...field("countryCode", !isMaker)} hint={t("parties.countryCodeHint")} />
      <TextField
        {...field("localNumber", !isMaker)}
        hint={t("parties.localNumberHint")}
        inputMode="numeric"
      />
      {isMaker ? (
        <TextField {...field("address")} maxLength={500} />
      ) : (
        <>
          <TextField {...field("street")} maxLength={500} />
          <TextField {...field("postcode")} maxLength={20} />
          <SelectField
            label={t("parties.country")}
            value={form.country}
            options={EU_COUNTRIES.map((code) => ({ value: code, label: countryName(code) }))}
            onChange={(country) => onChange({ country })}
          />
        </>
      )}
    </>
  );
}

/** "Germany" in the language of the page. */
function countryName(code: string): string {
  return (
    new Intl.DisplayNames(document.documentElement.lang || "en", { type: "region" }).of(code) ??
    code
  );
}
