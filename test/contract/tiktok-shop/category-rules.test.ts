import { describe, expect, it } from "vitest";
import { wireTo } from "./wire";

describe("the rules of a category", () => {
  it("tell required attributes under the misspelt name of the wire (CAT-PRE-ATTRIBUTE)", async () => {
    const attribute = {
      id: "100",
      name: "Material",
      type: "PRODUCT_PROPERTY",
      is_requried: true,
      is_customizable: true,
      values: [{ id: "1001", name: "Clay" }],
    };
    const wire = wireTo([
      { data: { attributes: [attribute, { id: "101", type: "SALES_PROPERTY" }] } },
    ]);
    expect(await wire.session.listAttributes("3")).toEqual([
      {
        id: "100",
        name: "Material",
        kind: "product",
        isRequired: true,
        isCustomizable: true,
        isMultiple: false,
        values: [{ id: "1001", name: "Clay" }],
      },
      {
        id: "101",
        name: "",
        kind: "sales",
        isRequired: false,
        isCustomizable: false,
        isMultiple: false,
        values: [],
      },
    ]);
  });

  it("take free text where no values are listed, whatever the flag says", async () => {
    const attribute = (id: string, values: object[]) => ({
      id,
      type: "PRODUCT_PROPERTY",
      is_customizable: false,
      values,
    });
    const attributes = [attribute("1", []), attribute("2", [{ id: "21", name: "Clay" }])];
    const rows = await wireTo([{ data: { attributes } }]).session.listAttributes("3");
    expect(rows.map(({ isCustomizable }) => isCustomizable)).toEqual([true, false]);
  });

  it("tell under which answers an attribute is required, and that its text is a number", async () => {
    const attributes = [
      {
        id: "101625",
        name: "Battery capacity (g)",
        type: "PRODUCT_PROPERTY",
        is_customizable: true,
        value_data_format: "POSITIVE_INT_OR_DECIMAL",
        requirement_conditions: [
          {
            condition_type: "VALUE_ID_MATCH",
            attribute_id: "100216",
            attribute_value_id: "1024361",
          },
          { condition_type: "NEXT_YEARS", attribute_id: "1", attribute_value_id: "2" },
        ],
      },
      { id: "101", type: "PRODUCT_PROPERTY", requirement_conditions: null },
    ];
    const [conditional, plain] = await wireTo([{ data: { attributes } }]).session.listAttributes(
      "3",
    );
    expect(conditional).toMatchObject({
      isRequired: false,
      format: "positive_number",
      requiredWhen: [{ attributeId: "100216", valueId: "1024361" }],
    });
    expect(plain).not.toHaveProperty("requiredWhen");
    expect(plain).not.toHaveProperty("format");
  });

  it("tell what a certificate must show, when it is required and that it expires", async () => {
    const data = {
      product_certifications: [
        {
          id: "602368",
          name: "Battery transport report",
          is_required: false,
          document_details: "The whole report, signed.",
          sample_image_url: "https://samples.example/report.png",
          requirement_conditions: [
            {
              condition_type: "VALUE_ID_MATCH",
              attribute_id: "101610",
              attribute_value_id: "1024358",
            },
          ],
          expiration_date: { is_required: true },
        },
      ],
      epr: { is_required: true },
      fees: [{ type: "PFAND", is_required: true }],
    };
    expect(await wireTo([{ data }]).session.readRules("3")).toMatchObject({
      certifications: [
        {
          id: "602368",
          isRequired: false,
          requiredWhen: [{ attributeId: "101610", valueId: "1024358" }],
          details: "The whole report, signed.",
          sampleUrl: "https://samples.example/report.png",
          needsExpiry: true,
        },
      ],
      needsProducerResponsibility: true,
      needsDeposit: true,
    });
  });

  it("tell what a listing of theirs must carry", async () => {
    const data = {
      product_certifications: [{ id: "c1", name: "CE", is_required: true }],
      size_chart: { is_supported: true, is_required: false },
      package_dimension: { is_required: true },
      manufacturer: { is_required: true },
    };
    expect(await wireTo([{ data }]).session.readRules("3")).toEqual({
      certifications: [{ id: "c1", name: "CE", isRequired: true }],
      sizeChart: "optional",
      needsPackageDimensions: true,
      needsResponsiblePerson: false,
      needsManufacturer: true,
    });
  });
});
