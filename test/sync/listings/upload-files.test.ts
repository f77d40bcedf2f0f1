import { expect, it } from "vitest";
import { toBase64 } from "../../../src/lib/base64";
import { uploadCertificate } from "../../../src/sync/listings/upload-files";
import { failureOf } from "../../support/failure-of";

const bytes = (text: string) => Uint8Array.from(text, (letter) => letter.charCodeAt(0));
const upload = (text: string) =>
  uploadCertificate(
    {
      openChannel: async () => ({
        uploadCertificate: async (_bytes, name) => ({ kind: "image", uri: name }),
      }),
    },
    { fileName: "paper.pdf", base64: toBase64(bytes(text)) },
  );

it("takes of a certificate what the form offers, and nothing else, whatever its name says", async () => {
  for (const taken of ["%PDF-1.7\n", "\u0089PNG\r\n\u001A\nIHDR", "\u00FF\u00D8\u00FF\u00E0"])
    expect((await upload(taken)).kind).toBe("image");
  for (const other of ["RIFF....WEBPVP8 ", "BM......", "....ftypheic", "GIF89a", "<svg/>", ""])
    expect(await failureOf(upload(other))).toMatchObject({
      code: "certificate.invalid",
      facts: { fileName: "paper.pdf" },
    });
});
