import { rulesOf, type Certification } from "../categories/attributes";
import { categoryOf } from "../categories/tree";
import type { Context } from "../context";
import { records, text, whole, type Fields } from "../fields";
import { findImage } from "../media/images";
import type { StoredFile } from "../media/files";
import type { Market } from "../markets/market";
import { when, type Issue } from "./issue";

const CERTIFICATES = 10;
const FILES = 10;

/** Checks the given certificates: known, unique, with an uploaded picture or file. */
export function checkGivenCertificates(context: Context, body: Fields, market: Market): Issue[] {
  const category = categoryOf(text(body["category_id"]));
  if (!category?.isLeaf) return [];
  const known = rulesOf(category, market).certifications;
  const given = records(body["certifications"]);
  const ids = given.map((row) => text(row["id"]));
  return [
    ...when(
      given.length > CERTIFICATES,
      12052657,
      "qualification image and pdf file is out of limit.",
    ),
    ...when(new Set(ids).size < ids.length, 12052656, "qualification id duplicate"),
    ...given.flatMap((row) => checkCertificate(context, known, row)),
  ];
}

function checkCertificate(
  context: Context,
  known: readonly Certification[],
  given: Fields,
): Issue[] {
  const rule = known.find((row) => row.id === given["id"]);
  if (!rule) return [{ code: 12052655, message: "qualification id not exist" }];
  const images = records(given["images"]).map((image) => text(image["uri"]));
  const files = records(given["files"]).map((file) => text(file["id"]));
  const expiry = whole(given["expiration_date"]) ?? 0;
  return [
    ...when(images.length + files.length === 0, 12052105, "required qualification miss"),
    ...when(
      images.length > FILES || files.length > FILES,
      12052657,
      "qualification image and pdf file is out of limit.",
    ),
    ...when(
      images.some((uri) => findImage(context, uri)?.useCase !== "CERTIFICATION_IMAGE"),
      12052650,
      "product qualification image uri illegal",
    ),
    ...when(
      files.some((id) => !context.storage.get<StoredFile>("tts:file", id)),
      12052658,
      "product qualification file uri illegal",
    ),
    ...when(
      rule.expiryRequired && expiry * 1000 <= context.clock.now(),
      12052385,
      "Please enter valid certificate expiration date",
    ),
  ];
}

/** Checks the required certificates of a listing, also those that an attribute value requires. */
export function checkRequiredCertificates(body: Fields, market: Market): Issue[] {
  const category = categoryOf(text(body["category_id"]));
  if (!category?.isLeaf) return [];
  const given = records(body["certifications"]).map((row) => text(row["id"]));
  const valueIds = records(body["product_attributes"]).flatMap((attribute) =>
    records(attribute["values"]).map((value) => text(value["id"])),
  );
  return rulesOf(category, market).certifications.flatMap((rule) => {
    const demanded =
      rule.isRequired || rule.conditions.some(({ valueId }) => valueIds.includes(valueId));
    return when(
      demanded && !given.includes(rule.id),
      12052105,
      `required qualification miss: ${rule.name} (${rule.id})`,
    );
  });
}
