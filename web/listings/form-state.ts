/** What the form of a product's or category's details holds, and what of it was changed. Pure. */
import type { DetailsPatch, ListingDetails } from "../../src/contract/catalogue";
import { brandOf, type Brand } from "./brands";
import { toAttributePatch, toValues, type DetailValues } from "./details";
import { toPackageForm, toPackagePatch, type PackageForm } from "./package-form";
import type { ChosenParties } from "./party-fields";

export interface FormState {
  values: DetailValues;
  brand: Brand | null;
  package: PackageForm;
  parties: ChosenParties;
}

export const formOf = (details: ListingDetails): FormState => ({
  values: toValues(details),
  brand: brandOf(details),
  package: toPackageForm(details),
  parties: {
    manufacturerIds: details.manufacturerIds ?? [],
    responsiblePersonIds: details.responsiblePersonIds ?? [],
  },
});

/** What was typed and is not saved, with what the form held before it. */
export interface Unsaved {
  before: FormState;
  form: FormState;
}

/** What was typed over what is saved by now: a field that was not touched is as somebody else saved it. */
export function takeUp({ before, form }: Partial<Unsaved>, saved: FormState): FormState {
  if (!before || !form) return saved;
  const { parties } = form;
  return {
    values: touched(form.values, before.values, saved.values),
    brand: form.brand?.id === before.brand?.id ? saved.brand : form.brand,
    package: touched(form.package, before.package, saved.package),
    parties: touched({ ...parties }, { ...before.parties }, { ...saved.parties }),
  };
}

function touched<Value, Fields extends Readonly<Record<string, Value>>>(
  form: Fields,
  before: Fields,
  saved: Fields,
): Fields {
  const changed = Object.entries(form).filter(
    ([key, value]) => JSON.stringify(value) !== JSON.stringify(before[key]),
  );
  return { ...saved, ...Object.fromEntries(changed) };
}

export const isSameForm = (one: FormState, other: FormState) =>
  JSON.stringify(toPatch(one, other)) === "{}";

/** The fields that differ from `before`; null where something typed cannot be sent. */
export function toPatch(form: FormState, before: FormState): DetailsPatch | null {
  const parcel = toPackagePatch(form.package, before.package);
  if (parcel === null) return null;
  return {
    ...(form.brand?.id === before.brand?.id ? {} : { brand: form.brand }),
    ...unlessEmpty("attributes", toAttributePatch(form.values, before.values)),
    ...unlessEmpty("package", parcel),
    ...changedIds("manufacturerIds", form, before),
    ...changedIds("responsiblePersonIds", form, before),
  };
}

const unlessEmpty = <Value extends object>(key: string, value: Value) =>
  Object.keys(value).length > 0 ? { [key]: value } : {};

function changedIds(key: keyof ChosenParties, form: FormState, before: FormState) {
  const ids = form.parties[key];
  const isSame = ids.join("\n") === before.parties[key].join("\n");
  return isSame ? {} : { [key]: ids.length > 0 ? [...ids] : null };
}
