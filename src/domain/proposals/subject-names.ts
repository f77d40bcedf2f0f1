/** Which words of attributes and labels ask for which subject, over languages and as `termsOf` writes words. */

/** What an attribute asks for, as far as its name tells. */
export const SUBJECTS = [
  "material",
  "colour",
  "pattern",
  "season",
  "fit",
  "neckline",
  "sleeve",
  "closure",
  "occasion",
  "style",
  "power",
  "country",
  "shape",
  "finish",
  "space",
  "skin",
  "hair",
  "length",
  "heel",
  "fragrance",
  "gem",
] as const;
export type Subject = (typeof SUBJECTS)[number];

/** Names of attributes, labels and features that ask for a subject. */
export const SUBJECT_NAMES: Readonly<Record<Subject, readonly string[]>> = {
  material:
    "material|materials|fabric|composition|fibre|fiber|textile|shell|stoff|gewebe|obermaterial|materialzusammensetzung|zusammensetzung|werkstoff|matiere|matieres|materiau|materiaux|tissu|tejido|composicion|materiale|tessuto|composizione|made of|main material|hauptmaterial|upper".split(
      "|",
    ),
  colour: "colour|color|farbe|farbton|couleur|coloris|teinte|colore".split("|"),
  pattern:
    "pattern|print|design pattern|muster|musterung|druck|motif|imprime|motivo|estampado|fantasia".split(
      "|",
    ),
  season: "season|saison|jahreszeit|temporada|stagione|estacion".split("|"),
  fit: "fit|cut|passform|schnitt|coupe|ajuste|vestibilita|corte".split("|"),
  neckline:
    "neckline|neck|collar|collar type|ausschnitt|kragen|kragenform|encolure|col|type de col|escote|cuello|scollo|collo".split(
      "|",
    ),
  sleeve:
    "sleeve|sleeves|sleeve length|armel|armellange|manche|manches|longueur des manches|manga|manica".split(
      "|",
    ),
  closure:
    "closure|fastening|closure type|verschluss|verschlussart|fermeture|type de fermeture|cierre|chiusura".split(
      "|",
    ),
  occasion: "occasion|event|anlass|gelegenheit|evenement|ocasion|occasione".split("|"),
  style: "style|look|stil|estilo|stile".split("|"),
  power:
    "power source|power supply|power type|stromversorgung|energiequelle|antrieb|stromquelle|alimentation|source d alimentation|source d energie|alimentacion|alimentazione".split(
      "|",
    ),
  country:
    "country of origin|origin|made in|country|herkunftsland|ursprungsland|herkunft|herstellungsland|pays d origine|pays de fabrication|origine|provenance|fabrication|pais de origen|paese di origine".split(
      "|",
    ),
  shape: "shape|form|forme|forma".split("|"),
  finish: "finish|oberflache|finition|fini|acabado|finitura|effect|surface".split("|"),
  space: "room|room type|raum|raumtyp|wohnraum|zimmer|piece|type de piece|habitacion|stanza".split(
    "|",
  ),
  skin: "skin type|hauttyp|type de peau|tipo de piel|tipo di pelle".split("|"),
  hair: "hair type|haartyp|type de cheveux|tipo de pelo|tipo di capelli".split("|"),
  length: "length|dress length|lange|kleiderlange|longueur|largo|lunghezza".split("|"),
  heel: "heel|heel type|heel height|absatz|absatzart|absatzform|talon|type de talon|tacon|tacco".split(
    "|",
  ),
  fragrance:
    "scent|fragrance|flavour|flavor|aroma|duft|duftnote|duftrichtung|geschmack|parfum|senteur|gout|saveur|arome".split(
      "|",
    ),
  gem: "gemstone|stone|edelstein|stein|pierre|piedra|pietra".split("|"),
};
