import * as z from "zod";
import { request, type Session } from "./request";

const ImageAnswer = z.object({ uri: z.string().min(1) });

const USE_CASES = {
  main: "MAIN_IMAGE",
  option: "ATTRIBUTE_IMAGE",
  size_chart: "SIZE_CHART_IMAGE",
  certificate: "CERTIFICATION_IMAGE",
} as const;

/**
 * Uploads a picture (JPEG, PNG, WEBP, HEIC or BMP of at most 10 MB) and answers the uri listings
 * refer to it by. The gateway refuses a shop_cipher here; a repeat only makes a second uri.
 */
export async function uploadImage(
  session: Session,
  bytes: Uint8Array,
  fileName: string,
  use: keyof typeof USE_CASES,
): Promise<{ uri: string }> {
  return request(
    session,
    {
      method: "POST",
      path: "/product/202309/images/upload",
      needsShop: false,
      form: () => toForm(bytes, fileName, USE_CASES[use]),
      replaySafe: true,
    },
    ImageAnswer,
  );
}

function toForm(bytes: Uint8Array, fileName: string, useCase: string): FormData {
  const form = new FormData();
  form.append("data", new Blob([new Uint8Array(bytes)]), fileName);
  form.append("use_case", useCase);
  return form;
}
