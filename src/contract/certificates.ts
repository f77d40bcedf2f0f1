/** What proves that a product has a certificate, as routes take and answer it. */
import * as z from "zod";
import { EXPIRY_DAYS } from "../domain/listings/asked-fields";
import { EpochMs } from "./common";

/** An id that the channel gave to something that was uploaded to it. */
export const UploadId = z.string().min(1).max(300);

export const CertificateFile = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("image"), uri: UploadId }),
  z.object({ kind: z.literal("pdf"), id: UploadId, name: z.string().max(200) }),
]);

export const CertificateProof = z.object({
  files: z.array(CertificateFile).min(1).max(10),
  expiresAt: EpochMs.optional(),
});

/** A proof as a person gives it. */
export const ChosenProof = CertificateProof.extend({
  expiresAt: EpochMs.min(EXPIRY_DAYS.first).max(EXPIRY_DAYS.last).optional(),
});
