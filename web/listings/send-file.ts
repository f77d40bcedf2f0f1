/** A file as the API takes it; one that is too large is refused before it is read. */
import type { Result } from "../api/client";

export interface SentFile {
  fileName: string;
  base64: string;
}

const MAX_NAME = 200;

export async function sendFile<T>(
  file: File,
  limit: number,
  send: (sent: SentFile) => Promise<Result<T>>,
): Promise<Result<T>> {
  if (file.size > limit)
    return { ok: false, status: 413, error: { code: "request.too_large", facts: { limit } } };
  return send({ fileName: file.name.slice(-MAX_NAME), base64: await toBase64(file) });
}

/** The part of a data address after its comma. */
function toBase64(file: File): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.addEventListener("load", () => resolve(String(reader.result).split(",")[1] ?? ""));
    reader.addEventListener("error", () => reject(new Error("unreadable file")));
    reader.readAsDataURL(file);
  });
}
