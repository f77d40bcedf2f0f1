import { t, tValue } from "./texts";
import { valuesText, type FormLevel } from "./form-level";

interface InheritedNoteProps {
  level: FormLevel;
  field: string;
  /** The level sets the field itself. */
  isOwn: boolean;
}

/** Where a value comes from while the level has none, or what its own stands in for. */
export function InheritedNote({ level, field, isOwn }: InheritedNoteProps) {
  const inherited = level.inheritedOf(field);
  if (!inherited) return null;
  const value = valuesText(field, inherited);
  const origin = tValue("details.origin.", inherited.origin);
  return (
    <p class="soft small">{t(isOwn ? "details.insteadOf" : "details.from", { value, origin })}</p>
  );
}
