// The file behind a shipping document's address: one page that names the parcel.
import { unixNow, type Context } from "../context";
import { providerName } from "../markets/markets";
import { findPackage } from "./order";

/** Serves a document; 403 once its address has expired, 404 for an unknown package. */
export function serveDocument(context: Context, url: URL): Response {
  const row = findPackage(context, url.pathname.slice("/documents/".length));
  if (!row) return new Response("", { status: 404 });
  if (Number(url.searchParams.get("expires")) < unixNow(context))
    return new Response("", { status: 403 });
  const lines = [
    url.searchParams.get("type") ?? "",
    `Package ${row.id}`,
    `${providerName(row.providerId)} ${row.trackingNumber}`,
  ];
  return new Response(pdfPage(lines), { headers: { "content-type": "application/pdf" } });
}

const A6 = "[0 0 298 420]";

/** A PDF of one page in A6 with plain ASCII lines. */
function pdfPage(lines: readonly string[]): string {
  const shown = lines.map((line) => `(${line.replaceAll(/[()\\]/g, "")}) Tj 0 -20 Td`);
  const content = `BT /F1 12 Tf 20 380 Td ${shown.join(" ")} ET`;
  const objects = [
    "<< /Type /Catalog /Pages 2 0 R >>",
    "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
    `<< /Type /Page /Parent 2 0 R /MediaBox ${A6} /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>`,
    `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
    "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
  ];
  let file = "%PDF-1.4\n";
  const offsets = objects.map((object, index) => {
    const offset = file.length;
    file += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return `${String(offset).padStart(10, "0")} 00000 n \n`;
  });
  const count = objects.length + 1;
  const table = `xref\n0 ${count}\n0000000000 65535 f \n${offsets.join("")}`;
  const trailer = `trailer\n<< /Size ${count} /Root 1 0 R >>\nstartxref\n${file.length}\n%%EOF\n`;
  return file + table + trailer;
}
