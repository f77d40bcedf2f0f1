import { useSignal } from "@preact/signals";
import { useLayoutEffect, useMemo } from "preact/hooks";
import { Loaded } from "../data/loaded";
import { createResource } from "../data/resource";
import { onSubmit, useSubmission } from "../data/submission";
import { SubmitProblem } from "../problems/problem-notice";
import { useApp } from "../shell/app";
import { Button } from "../ui/button";
import { TextField } from "../ui/field";
import { SelectField } from "../ui/select-field";
import { createPack, type Carrier, type ParcelsProps } from "./pack";
import { t } from "./parcel-texts";

/** Says for each unit in which parcel it goes, and under which carrier's number. */
export function PackForm({ order, model }: ParcelsProps) {
  const carriers = useMemo(() => createResource(model.readCarriers), [model]);
  useLayoutEffect(() => void carriers.reload(), [carriers]);
  return (
    <Loaded
      resource={carriers}
      isEmpty={(value) => value.carriers.length === 0}
      empty={<p>{t("parcels.noCarrier")}</p>}
    >
      {(value) => <Pack order={order} model={model} carriers={value.carriers} />}
    </Loaded>
  );
}

function Pack({ order, model, carriers }: ParcelsProps & { carriers: readonly Carrier[] }) {
  const { say } = useApp();
  const { isBusy, refusal, send } = useSubmission();
  const pack = useMemo(() => createPack(order, carriers), []);
  const isLacking = useSignal(false);
  const ship = async () => {
    const parcels = pack.toSend();
    isLacking.value = parcels === null;
    if (parcels && (await send(() => model.pack(parcels)))) say(t("parcels.done"));
  };
  return (
    <form class="stack" noValidate onSubmit={onSubmit(() => void ship())}>
      <p>{t("parcels.text")}</p>
      {pack.parcels.value.map((_, at) => (
        <Parcel key={at} at={at} pack={pack} carriers={carriers} />
      ))}
      <div>
        <Button icon="plus" onClick={pack.add}>
          {t("parcels.add")}
        </Button>
      </div>
      {pack.units.map(({ id, name, unit }) => (
        <SelectField
          key={id}
          label={t("parcels.unit", { name, unit })}
          value={String(pack.into.value.get(id) ?? 0)}
          options={pack.parcels.value.map((_, at) => ({
            value: String(at),
            label: t("parcels.parcel", { number: at + 1 }),
          }))}
          onChange={(value) => pack.put(id, Number(value))}
        />
      ))}
      {isLacking.value && <p role="alert">{t("parcels.lacking")}</p>}
      <SubmitProblem of={refusal} />
      <div>
        <Button type="submit" variant="primary" isBusy={isBusy.value}>
          {t("parcels.send")}
        </Button>
      </div>
    </form>
  );
}

interface ParcelProps {
  at: number;
  pack: ReturnType<typeof createPack>;
  carriers: readonly Carrier[];
}

function Parcel({ at, pack, carriers }: ParcelProps) {
  const parcel = pack.parcels.value[at];
  if (!parcel) return null;
  const number = at + 1;
  return (
    <fieldset class="stack-tight">
      <legend>{t("parcels.parcel", { number })}</legend>
      <SelectField
        label={t("parcels.carrier")}
        value={parcel.carrierReference}
        options={carriers.map(({ reference, name }) => ({ value: reference, label: name }))}
        onChange={(carrierReference) => pack.change(at, { carrierReference })}
      />
      <TextField
        label={t("parcels.number")}
        value={parcel.trackingNumber}
        maxLength={64}
        onInput={(trackingNumber) => pack.change(at, { trackingNumber })}
      />
      {at > 0 && number === pack.parcels.value.length && (
        <div>
          <Button isSmall variant="quiet" onClick={pack.removeLast}>
            {t("parcels.remove", { number })}
          </Button>
        </div>
      )}
    </fieldset>
  );
}
