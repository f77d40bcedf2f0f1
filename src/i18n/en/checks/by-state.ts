import { fill, type Text } from "../../base/wording";

/** Picks the text for the state a finding names. */
export function byState(texts: Readonly<Record<string, Text>>, otherwise: Text): Text {
  return (facts, format, problems) =>
    fill(texts[String(facts["state"])] ?? otherwise, facts, format, problems);
}
