import type { Demands } from "../../src/contract/demands";
import type { Party } from "../../src/contract/parties";
import { useConnection } from "../connections/connection";
import { Loaded } from "../data/loaded";
import { useResource } from "../data/use-resource";
import { useApp } from "../shell/app";
import { CheckField } from "../ui/check-field";
import { whereabouts, withGone } from "./gone-parties";
import { t, tValue } from "./texts";
import type { FormLevel } from "./form-level";

export interface ChosenParties {
  manufacturerIds: readonly string[];
  responsiblePersonIds: readonly string[];
}

interface PartyFieldsProps {
  demands: Demands;
  level: FormLevel;
  chosen: ChosenParties;
  onChange: (chosen: ChosenParties) => void;
}

/** Who made the products and who answers for them, among those the seller registered. */
export function PartyFields({ demands, level, chosen, onChange }: PartyFieldsProps) {
  const { client } = useApp();
  const { id } = useConnection();
  const parties = useResource(
    () => client.call("GET /api/connections/:id/parties", { params: { id } }),
    [client, id],
  );
  return (
    <div class="stack-tight" id="parties">
      <Loaded resource={parties}>
        {({ manufacturers, responsiblePersons }) => (
          <>
            {demands.needsManufacturer && (
              <PartyList
                field="manufacturers"
                parties={manufacturers}
                level={level}
                ids={chosen.manufacturerIds}
                onChange={(manufacturerIds) => onChange({ ...chosen, manufacturerIds })}
              />
            )}
            {demands.needsResponsiblePerson && (
              <PartyList
                field="responsiblePersons"
                parties={responsiblePersons}
                level={level}
                ids={chosen.responsiblePersonIds}
                onChange={(responsiblePersonIds) => onChange({ ...chosen, responsiblePersonIds })}
              />
            )}
          </>
        )}
      </Loaded>
    </div>
  );
}

interface PartyListProps {
  field: "manufacturers" | "responsiblePersons";
  parties: readonly Party[];
  level: FormLevel;
  ids: readonly string[];
  onChange: (ids: readonly string[]) => void;
}

function PartyList({ field, parties, level, ids, onChange }: PartyListProps) {
  const { base } = useConnection();
  const inherited = level.inheritedOf(field);
  const nameOf = (id: string | undefined) => parties.find((one) => one.id === id)?.name ?? id ?? "";
  return (
    <fieldset class="stack-tight">
      <legend class="field-label">{t(`details.${field}`)} *</legend>
      {withGone(parties, ids).map((party) => (
        <CheckField
          key={party.id}
          label={party.name ?? t("details.partyGone")}
          hint={whereabouts(party)}
          isChecked={ids.includes(party.id)}
          onChange={(isChecked) =>
            onChange(isChecked ? [...ids, party.id] : ids.filter((id) => id !== party.id))
          }
        />
      ))}
      {inherited && (
        <p class="soft small">
          {t(ids.length > 0 ? "details.insteadOf" : "details.from", {
            value: inherited.values.map(({ id }) => nameOf(id)).join(", "),
            origin: tValue("details.origin.", inherited.origin),
          })}
        </p>
      )}
      {parties.length === 0 && <p class="soft">{t("details.partiesNone")}</p>}
      <p class="small">
        <a href={`${base}/settings#parties`}>{t("details.partiesAdd")}</a>
      </p>
    </fieldset>
  );
}
