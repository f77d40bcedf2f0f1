import type { AttributeDemand, MappingPreview } from "../../src/contract/demands";
import { formatNumber } from "../i18n/format";
import { BrandField } from "../listings/brand-field";
import { t } from "../listings/texts";
import { Button } from "../ui/button";
import { SelectField } from "../ui/select-field";
import type { ValueTable } from "./field-source";

type Text = MappingPreview["texts"][number];

interface ValueTableProps {
  texts: readonly Text[];
  /** Undefined: the brand. */
  attribute: AttributeDemand | undefined;
  categoryId: string;
  table: ValueTable;
  onChange: (table: ValueTable) => void;
}

/** What each text of the store means on TikTok Shop, with proposals that nobody has taken yet. */
export function ValueTableFields(props: ValueTableProps) {
  const { texts, attribute, table, onChange } = props;
  // "Gluten free" is similar to "Gluten": what is alike alone, a person takes one by one.
  const open = texts.filter(
    ({ text, proposal }) => proposal?.match === "equal" && table[text]?.id !== proposal.id,
  );
  const set = (text: string, value: ValueTable[string] | null) => {
    const { [text]: _before, ...others } = table;
    onChange(value ? { ...others, [text]: value } : others);
  };
  if (attribute && attribute.values.length === 0) return null;
  return (
    <fieldset class="stack-tight">
      <legend class="field-label">{t("details.valueTable")}</legend>
      <p class="soft small">{t("details.valuesOf")}</p>
      {open.length > 0 && (
        <div class="form-actions">
          <Button isSmall onClick={() => onChange({ ...table, ...proposalsOf(open) })}>
            {t("details.takeProposals")}
          </Button>
        </div>
      )}
      <div class="details-grid">
        {texts.map((text) =>
          attribute ? (
            <ValueField key={text.text} {...{ text, attribute, table, set }} />
          ) : (
            <BrandField
              key={text.text}
              label={labelOf(text)}
              categoryId={props.categoryId}
              brand={toBrand(table[text.text])}
              storeBrand={null}
              onChange={(brand) => set(text.text, brand)}
            />
          ),
        )}
      </div>
    </fieldset>
  );
}

interface ValueFieldProps {
  text: Text;
  attribute: AttributeDemand;
  table: ValueTable;
  set: (text: string, value: ValueTable[string] | null) => void;
}

function ValueField({ text, attribute, table, set }: ValueFieldProps) {
  const { proposal } = text;
  const hint =
    proposal &&
    t("details.proposal", {
      name: proposal.name,
      match: t(`details.proposed.${proposal.match}`),
    });
  return (
    <SelectField
      label={labelOf(text)}
      {...(hint ? { hint } : {})}
      value={table[text.text]?.id ?? ""}
      options={[
        { value: "", label: t("details.asIs") },
        ...attribute.values.map(({ id, name }) => ({ value: id, label: name })),
      ]}
      onChange={(id) => {
        const value = attribute.values.find((one) => one.id === id);
        set(text.text, value ? { id, name: value.name } : null);
      }}
    />
  );
}

/** "Cotton (21)": the text and how many products say it. */
const labelOf = ({ text, count }: Text) => `${text} (${formatNumber(count)})`;

const proposalsOf = (texts: readonly Text[]): ValueTable =>
  Object.fromEntries(
    texts.flatMap(({ text, proposal }) =>
      proposal ? [[text, { id: proposal.id, name: proposal.name }]] : [],
    ),
  );

const toBrand = (value: ValueTable[string] | undefined) =>
  value?.id ? { id: value.id, name: value.name ?? value.id } : null;
