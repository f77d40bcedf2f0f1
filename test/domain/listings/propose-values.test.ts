import { describe, expect, it } from "vitest";
import type { ListingAttribute } from "../../../src/domain/listings/listing-rules";
import { proposeValue } from "../../../src/domain/listings/propose-values";
import { safetyAttributes } from "../../../src/domain/listings/safety-attribute";

const attribute = (id: string, name: string, change: Partial<ListingAttribute> = {}) => ({
  id,
  name,
  kind: "product" as const,
  isRequired: false,
  isCustomizable: true,
  isMultiple: false,
  values: [],
  ...change,
});

describe("a proposal for a text of the store", () => {
  const values = ["Cotton", "Wool", "Merino wool", "Céramique"].map((name) => ({ id: name, name }));

  it("is the value of the same text, but for case and accents", () => {
    expect(proposeValue({ values }, "COTTON")).toMatchObject({ id: "Cotton", match: "equal" });
    expect(proposeValue({ values }, "ceramique")).toMatchObject({ id: "Céramique" });
  });

  it("is the one value that is a whole part of the text, and says that it is only similar", () => {
    expect(proposeValue({ values }, "100% cotton")).toMatchObject({
      id: "Cotton",
      match: "similar",
    });
    expect(proposeValue({ values }, "Cottonseed")).toBeUndefined();
    expect(proposeValue({ values }, "★")).toBeUndefined();
  });

  it("is none where several are as likely", () => {
    expect(proposeValue({ values }, "cotton and merino wool")).toBeUndefined();
  });
});

describe("attributes by which a seller answers for a danger", () => {
  it("are known by their names, with all that their answers require", () => {
    const attributes = [
      attribute("1", "Contains Batteries or Cells?"),
      attribute("2", "Kind", { requiredWhen: [{ attributeId: "1", valueId: "y" }] }),
      attribute("3", "How packed", { requiredWhen: [{ attributeId: "2", valueId: "y" }] }),
      attribute("4", "Other Dangerous Goods"),
      attribute("5", "Flammable Liquid"),
      attribute("6", "Aerosols"),
      attribute("7", "Recomrepaired age"),
      attribute("8", "Warnhinweise"),
      attribute("9", "CA Prop 65: Carcinogens"),
    ];
    expect([...safetyAttributes(attributes)].toSorted()).toEqual(attributes.map(({ id }) => id));
  });

  it.each([
    ["en", "Number of cells|Hazard statement|Choking hazard|Safety warnings|Allergens|Age range"],
    ["en", "Lithium content|Explosive|Toxicity|Corrosive|Biocides|Regulatory mark|Compliance"],
    ["de", "Enthält Batterien oder Akkus?|Knopfzellen|Gefahrgut|Entzündbare Flüssigkeit|Brennbar"],
    ["de", "Warnung|Sicherheitshinweise|Mindestalter|Höchstalter|Altersgruppe|Alter|Ätzend"],
    ["de", "Erstickungsgefahr|Allergene|Biozid-Produkt|Giftig|Konformitätserklärung"],
    ["fr", "Contient des piles|Batteries incluses|Matière dangereuse|Liquide inflammable"],
    ["fr", "Avertissement|Sécurité|Âge minimum|Tranche d'âge|Allergènes|Étouffement|Accumulateur"],
    ["es", "¿Contiene baterías o pilas?|Líquido inflamable|Mercancía peligrosa|Edad mínima"],
    ["es", "Advertencias|Seguridad|Alérgenos|Asfixia|Venenoso|Acumulador|Litio|Conformidad"],
    ["it", "Contiene pile|Batterie|Liquido infiammabile|Merce pericolosa|Età minima|Fascia d'età"],
    ["it", "Avvertenze|Sicurezza|Allergeni|Soffocamento|Tossico|Esplosivo|Velenoso|Conformità"],
  ])("are known in %s: %s", (_language, names) => {
    const attributes = names.split("|").map((name, index) => attribute(String(index), name));
    const found = safetyAttributes(attributes);
    expect(attributes.filter(({ id }) => !found.has(id)).map(({ name }) => name)).toEqual([]);
  });

  it("are no others", () => {
    const names = [
      ..."Material|Season|Style|Package|Package type|Language|Message|Garage|Storage|Miles".split(
        "|",
      ),
      ..."Pattern|Halterung|Schalter|Etage|Étage|Pilates|Cellulose|Image|Dosage|Metallic".split(
        "|",
      ),
      ..."Alternative|Sprache|Matière|Estación|Colore|Größe|Agenda|Edadismo".split("|"),
    ];
    const attributes = names.map((name, index) => attribute(String(index), name));
    expect([...safetyAttributes(attributes)]).toEqual([]);
  });
});
