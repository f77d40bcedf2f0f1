/** What may be chosen of a manufacturer or a responsible person. */

/** Members of the EU, as ISO codes. */
export const EU_COUNTRIES = [
  "AT",
  "BE",
  "BG",
  "CY",
  "CZ",
  "DE",
  "DK",
  "EE",
  "ES",
  "FI",
  "FR",
  "GR",
  "HR",
  "HU",
  "IE",
  "IT",
  "LT",
  "LU",
  "LV",
  "MT",
  "NL",
  "PL",
  "PT",
  "RO",
  "SE",
  "SI",
  "SK",
] as const;

/** Languages in which a party may be entered; a channel translates it. */
export const PARTY_LOCALES = ["de-DE", "en-IE", "es-ES", "fr-FR", "it-IT"] as const;
