/** Words around a value that take back what it seems to say, over languages and as `termsOf` writes them. */

const terms = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/));

/** "without zip", "ohne Reissverschluss": what follows is not so. */
export const NEGATORS = terms(
  `no not non without never neither nor isn aren doesn don cannot excluding except minus instead
  ohne kein keine keinen keinem keiner keines nicht weder statt anstatt ausser nie
  sans pas aucun aucune ni jamais sauf hors
  sin ningun senza nessun nessuna`,
);
/** "fragrance free", "rostfrei": what precedes is not so. */
export const NEGATORS_AFTER = terms("free frei freie freies freier libre");

/** "softer than silk", "looks like leather", "faux leather": what follows is only like it. */
export const LIKENESS_BEFORE = terms(
  `than like unlike faux fake imitation imitates resembling resembles mimics artificial simulated
  wie imitiert erinnert ahnlich
  comme imite imitant facon aspect effet rappelle evoque simili faussement plutot
  como similar come finto efecto effetto`,
);
/** "als" and "que" compare only after a comparative; alone they say "as a" and "that". */
export const THAN = terms("als que che");
/** "leather look", "Holzoptik": what precedes is only like it. */
export const LIKENESS_AFTER = terms(
  "look looking like effect optik imitat imitation style feel touch haptik ahnlich artig flavoured",
);
/** The same at the end of a compound word. */
export const LIKENESS_ENDINGS = new RegExp(
  "(?:optik|look|imitat|artig(?:e[rsnm]?)?|ahnlich(?:e[rsnm]?)?|farben(?:e[rsnm]?)?|ersatz|frei(?:e[rsnm]?)?|haptik|schutz|reiniger|pflege|los(?:e[rsnm]?)?)$",
);

/** Parts of a product: what is said of a part is not said of the whole. */
const PARTS = terms(
  `lining lined sole soles insole insoles outsole outsoles midsole handle handles strap straps buckle zip zips zipper button buttons trim trims
  trimmed cuff cuffs pocket pockets hem waistband lid lids base filling filled frame cord cable stitching label collar ribbing
  shade shades padding packaging box case pouch legs feet wheels bag sleeves hood drawstring gusset piping ribbon wick stand chain hook hooks backing accents details accent detail tips rim knob cap stopper
  futter gefuttert innenfutter sohle sohlen innensohle laufsohle decksohle fussbett griff griffe henkel riemen gurt schnalle reissverschluss knopf knopfe
  schirm kragen bund bundchen deckel fullung rahmen kabel verpackung tasche taschen fusse beine rollen etui beutel band docht kette haken besatz applikation nahte details akzente akzenten stander verschluss kappe stiel boden trageriemen schulterriemen kapuze
  doublure doublee double semelle semelles interieure exterieure poignee poignees anse anses sangle sangles bandouliere boucle fermeture bouton boutons
  abat col poche poches ceinture couvercle garnissage rembourrage cadre cordon emballage boite housse etui pieds roues pochon ruban meche chaine crochet bords bord finitions details passepoil capuche manche socle bouchon embout`,
);
/** The part that a word names, in one form for all of its forms, "Füßen" and "straps" too; undefined: none. */
export function partOf(term: string): string | undefined {
  const forms = [term, term.replace(/[ns]$/, ""), term.replace(/en$/, "e")];
  return forms.some((form) => PARTS.has(form)) ? term.replace(/(?:en|es|n|s|e)$/, "") : undefined;
}

/** What a compound is the material or the colour of: "Sohlenmaterial". */
export const compoundPart = (term: string): string | undefined =>
  partOf(/^(.{4,})(?:material|stoff|farbe|gewebe)$/.exec(term)?.[1] ?? "");

/** Words between a part and its material, so that the part is told from a neighbour. */
export const PART_REACH = 4;

/** A sentence with one of these speaks of another product, or of other forms of this one. */
export const OTHER_PRODUCT =
  /\b(?:pairs?|paired|goes|match(?:es|ing)?|combines?|wear|layer|style|team)\b[\p{L} ]{0,30}\b(?:with|over|under)\b|\b(?:also available|available in other|see also|check out|discover our|our other|also comes in|sold separately|not included|if you like)\b|\bpass(?:t|en|end)\b[\p{L} ]{0,25}\b(?:zu|zum|zur)\b|\b(?:kombinier\p{L}*|dazu passend\p{L}*|auch (?:in|als|erhaltlich)|ebenfalls erhaltlich|separat erhaltlich|nicht enthalten|unsere[rnms]? anderen)\b|\b(?:associ(?:e|ez|er|ee)|se marie|assorti|assortie|s accorde|egalement disponible|existe (?:aussi|egalement)|disponible (?:aussi|egalement)|vendus? separement|a porter avec|non inclus|notre autre|combina con|abbina)\b/u;

/** A sentence that says how to treat a product says nothing of what it is. */
export const CARE =
  /\b(?:wash with|do not|avoid|keep away|dry clean|store in|clean with|wipe|bleach|tumble|waschen mit|nicht (?:waschen|bleichen|trocknen|in)|vermeiden|reinigen mit|aufbewahren|ne pas|eviter|laver avec|nettoyer|conserver|rangez)\b/u;

/** A value that says "anything but the others". */
export const EMPTY_VALUES = terms(
  `other others none n na not other various andere anderes sonstige sonstiges keine keiner ohne autre autres aucun
  aucune otro otros ninguno altro nessuno various divers diverse`,
);

/** What an attribute of two answers takes. */
export const YES = terms("yes ja oui si true");
export const NO = terms("no nein non false");

/** A label over anything: it names no subject. */
export const PLAIN_LABELS = terms(
  `details detail features description product highlights specifications info information overview specs about
  produktdetails eigenschaften beschreibung merkmale vorteile hinweis hinweise produktinformationen besonderheiten lieferumfang
  caracteristiques points forts informations avantages fiche technique descriptif`,
);
