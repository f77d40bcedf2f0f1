/** Uploads a file that proves something: a picture by its uri, a PDF by its id. */
import * as z from "zod";
import { SyncError } from "../../domain/errors/sync-error";
import type { CertificateFile } from "../channel-listing";
import { uploadImage } from "./media";
import { request, type Session } from "./request";

const IMAGE_BYTES = 10 * 1024 * 1024;
const PDF_BYTES = 20 * 1024 * 1024;

const FileAnswer = z.object({ id: z.string().min(1), name: z.string().min(1) });

/**
 * Recognised by the first bytes, never by the name. Throws SyncError("merchant",
 * "tiktok.certificate") for any other kind of file, and for a picture of more than 10 MB or a PDF of
 * more than 20 MB, before anything is sent. A repeat only makes a second copy.
 */
export async function uploadCertificate(
  session: Session,
  bytes: Uint8Array,
  fileName: string,
): Promise<CertificateFile> {
  const kind = kindOf(bytes);
  if (!kind) throw refused("It is neither a PDF nor a picture (JPG, PNG, WEBP, HEIC, BMP)");
  const limit = kind === "pdf" ? PDF_BYTES : IMAGE_BYTES;
  if (bytes.length > limit) throw refused(`It is larger than ${limit / 1024 / 1024} MB`);
  if (kind === "image") {
    const { uri } = await uploadImage(session, bytes, fileName, "certificate");
    return { kind, uri };
  }
  const name = toPdfName(fileName);
  const { id } = await request(
    session,
    {
      method: "POST",
      path: "/product/202309/files/upload",
      needsShop: false,
      form: () => toForm(bytes, name),
      replaySafe: true,
    },
    FileAnswer,
  );
  return { kind, id, name };
}

const refused = (message: string) => new SyncError("merchant", "tiktok.certificate", { message });

function kindOf(bytes: Uint8Array): CertificateFile["kind"] | undefined {
  const text = String.fromCharCode(...bytes.subarray(0, 12));
  if (text.startsWith("%PDF-")) return "pdf";
  const isImage =
    text.startsWith("\xFF\xD8\xFF") ||
    text.startsWith("\x89PNG\r\n\x1A\n") ||
    (text.startsWith("RIFF") && text.startsWith("WEBP", 8)) ||
    text.startsWith("BM") ||
    ["ftypheic", "ftypheix", "ftypmif1", "ftypmsf1"].some((brand) => text.startsWith(brand, 4));
  return isImage ? "image" : undefined;
}

/** One dot, no spaces, no symbol in front: what the platform takes as a name. */
function toPdfName(fileName: string): string {
  const base = fileName.replace(/\.pdf$/i, "").replaceAll(/[^\p{L}\p{N}_-]+/gu, "-");
  return `${base.replace(/^[^\p{L}\p{N}]+/u, "").slice(0, 100) || "certificate"}.pdf`;
}

function toForm(bytes: Uint8Array, name: string): FormData {
  const form = new FormData();
  form.append("data", new Blob([new Uint8Array(bytes)]), name);
  form.append("name", name);
  return form;
}
