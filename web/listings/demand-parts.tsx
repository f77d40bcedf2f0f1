/** The parts of the form that a category's rules decide: attributes and certificates. */
import type { AttributeDemand, Demands } from "../../src/contract/demands";
import { askedAttributes, isCertificateNeeded } from "../../src/domain/listings/asked-fields";
import { later } from "../shell/later";
import { AttributeField } from "./attribute-field";
import { CertificateField } from "./certificate-field";
import {
  effectiveValues,
  missingAttributes,
  type AttributeValue,
  type DetailValues,
} from "./details";
import type { FormLevel } from "./form-level";
import { InheritedNote } from "./inherited-note";
import { t } from "./texts";

const ProposalNote = later(() => import("./proposal-note"));

interface PartsProps {
  demands: Demands;
  level: FormLevel;
  values: DetailValues;
}

interface AttributePartsProps extends PartsProps {
  onChange: (id: string, chosen: readonly AttributeValue[]) => void;
}

/**
 * A field for each attribute that is asked now, what is required first; those about dangers by
 * themselves, because nobody but the seller answers for them.
 */
export function AttributeParts({ demands, level, values, onChange }: AttributePartsProps) {
  const asked = askedAttributes(demands.attributes, effectiveValues(demands, level, values));
  const shown = demands.attributes
    .filter(({ id }) => asked.has(id))
    .toSorted((a, b) => Number(asked.get(b.id)) - Number(asked.get(a.id)));
  const noteOf = ({ id }: AttributeDemand) => {
    const isFilled = (values[id]?.length ?? 0) > 0 || level.inheritedOf(`attribute:${id}`);
    if (isFilled || !level.texts?.open.includes(id)) return null;
    return (
      <ProposalNote
        attributeId={id}
        attributes={demands.attributes}
        texts={level.texts}
        onUse={(chosen) => onChange(id, chosen)}
      />
    );
  };
  const fieldOf = (rule: AttributeDemand) => (
    <div key={rule.id} id={`attribute-${rule.id}`} class="stack-tight">
      <AttributeField
        rule={rule}
        isRequired={asked.get(rule.id) === true}
        values={values[rule.id] ?? []}
        onChange={(chosen) => onChange(rule.id, chosen)}
      />
      <InheritedNote
        level={level}
        field={`attribute:${rule.id}`}
        isOwn={(values[rule.id]?.length ?? 0) > 0}
      />
      {noteOf(rule)}
    </div>
  );
  const safety = shown.filter(({ isSafety }) => isSafety);
  return (
    <>
      <div class="details-grid">{shown.filter(({ isSafety }) => !isSafety).map(fieldOf)}</div>
      {safety.length > 0 && (
        <section class="stack-tight">
          <h3>{t("details.safety")}</h3>
          <p class="soft">{t("details.safetyText")}</p>
          <div class="details-grid">{safety.map(fieldOf)}</div>
        </section>
      )}
    </>
  );
}

/** Every kind of certificate that the category knows; a value may make one necessary. */
export function Certificates({ demands, level, values }: PartsProps) {
  if (demands.certifications.length === 0) return null;
  const chosen = effectiveValues(demands, level, values);
  return (
    <div class="stack" id="certificates">
      <h3>{t("details.certificates")}</h3>
      <p class="soft">{t("details.certificateText")}</p>
      {demands.certifications.map((kind) => (
        <CertificateField
          key={kind.id}
          kind={kind}
          isNeeded={isCertificateNeeded(kind, chosen)}
          level={level}
        />
      ))}
    </div>
  );
}

export function StillMissing({ demands, level, values }: PartsProps) {
  const missing = missingAttributes(demands, effectiveValues(demands, level, values));
  if (missing.length === 0) return null;
  return (
    <p class="soft" role="status">
      {t("details.stillMissing")}: {missing.map((rule) => rule.name).join(", ")}
    </p>
  );
}
