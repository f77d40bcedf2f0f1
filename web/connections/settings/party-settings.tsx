import { useSignal } from "@preact/signals";
import type { ConnectionDetail } from "../../../src/contract/connections";
import type { Party } from "../../../src/contract/parties";
import { EU_COUNTRIES } from "../../../src/domain/listings/party-choices";
import { Loaded } from "../../data/loaded";
import { onSubmit } from "../../data/submission";
import { useResource } from "../../data/use-resource";
import { useApp } from "../../shell/app";
import { later } from "../../shell/later";
import { useHashScroll } from "../../shell/use-hash-scroll";
import { whereabouts, withGone } from "../../listings/gone-parties";
import { Button } from "../../ui/button";
import { CheckField } from "../../ui/check-field";
import { Card } from "../../ui/page";
import { useConnection } from "../connection";
import { t } from "./party-texts";
import { SaveProblem } from "./save-problem";
import { useUnsaved } from "./unsaved";
import { useSave } from "./use-save";

const PartyDialog = later(() => import("./party-dialog"));

const KINDS = [
  { kind: "manufacturers", setting: "manufacturerIds", add: "parties.addManufacturer" },
  { kind: "responsiblePersons", setting: "responsiblePersonIds", add: "parties.addPerson" },
] as const;

type Kind = (typeof KINDS)[number]["kind"];

/** Who made the products and who answers for them, unless a category or a product names others. */
export default function PartySettings({ detail }: { detail: ConnectionDetail }) {
  useHashScroll(["parties"]);
  const isAsked = EU_COUNTRIES.some((country) => country === detail.channelRegion);
  return (
    <Card title={t("settings.parties")} id="parties">
      <p class="soft">{t("parties.text")}</p>
      {isAsked ? <PartyChoice detail={detail} /> : <p>{t("parties.notHere")}</p>}
    </Card>
  );
}

function PartyChoice({ detail }: { detail: ConnectionDetail }) {
  const { client, say } = useApp();
  const { id } = useConnection();
  const adding = useSignal<Kind | null>(null);
  const chosen = useSignal(detail.settings.defaultParties);
  const saving = useSave({
    detail,
    fill: ({ settings }) => {
      chosen.value = settings.defaultParties;
    },
  });
  const submit = () => saving.save({ settings: { defaultParties: chosen.value } });
  useUnsaved(saving, chosen.value, { section: t("settings.parties"), submit });
  const parties = useResource(
    () => client.call("GET /api/connections/:id/parties", { params: { id } }),
    [client, id],
  );
  const take = async (kind: Kind, party: Party) => {
    adding.value = null;
    say(t("parties.added", { name: party.name }));
    const setting = kind === "manufacturers" ? "manufacturerIds" : "responsiblePersonIds";
    const ids = chosen.value[setting].filter((one) => one !== party.id);
    chosen.value = { ...chosen.value, [setting]: [...ids, party.id] };
    await parties.reload();
  };
  return (
    <>
      <form class="form" onSubmit={onSubmit(() => void submit())} noValidate>
        <Loaded resource={parties}>
          {(known) =>
            KINDS.map(({ kind, setting, add }) => (
              <PartyBoxes
                key={kind}
                kind={kind}
                parties={known[kind]}
                ids={chosen.value[setting]}
                addLabel={t(add)}
                onAdd={() => {
                  adding.value = kind;
                }}
                onChange={(ids) => {
                  chosen.value = { ...chosen.value, [setting]: ids };
                }}
              />
            ))
          }
        </Loaded>
        <SaveProblem of={saving} />
        <div class="form-actions">
          <Button type="submit" isBusy={saving.isBusy.value}>
            {t("parties.save")}
          </Button>
        </div>
      </form>
      {adding.value && (
        <PartyDialog
          kind={adding.value}
          onAdded={(kind, party) => void take(kind, party)}
          onClose={() => {
            adding.value = null;
          }}
        />
      )}
    </>
  );
}

interface PartyBoxesProps {
  kind: Kind;
  parties: readonly Party[];
  ids: readonly string[];
  addLabel: string;
  onAdd: () => void;
  onChange: (ids: string[]) => void;
}

function PartyBoxes({ kind, parties, ids, addLabel, onAdd, onChange }: PartyBoxesProps) {
  return (
    <fieldset class="stack-tight">
      <legend class="field-label">{t(`parties.${kind}`)}</legend>
      {parties.length === 0 && <p class="soft">{t("parties.none")}</p>}
      {withGone(parties, ids).map((party) => (
        <CheckField
          key={party.id}
          label={party.name ?? t("parties.gone")}
          hint={whereabouts(party)}
          isChecked={ids.includes(party.id)}
          onChange={(isChecked) => {
            const others = ids.filter((one) => one !== party.id);
            onChange(isChecked ? [...others, party.id] : others);
          }}
        />
      ))}
      <div class="form-actions">
        <Button isSmall onClick={onAdd}>
          {addLabel}
        </Button>
      </div>
    </fieldset>
  );
}
