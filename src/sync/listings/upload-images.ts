import { imageKind } from "../../domain/listings/image-kind";
import type { Reason } from "../../domain/errors/reason";
import { sha256Bytes } from "../../lib/sha256-bytes";
import type { ChannelSession } from "../../platforms/channel";

export type ImageUse = "main" | "option";

export interface UploadImagesDeps {
  findByUrl(use: ImageUse, urls: readonly string[]): Promise<Map<string, string>>;
  findByKey(imageKey: string): Promise<string | undefined>;
  saveMedia(imageKey: string, sourceUrl: string, channelUri: string): Promise<void>;
  /** The bytes, or why this picture cannot be had. Throws SyncError("retry") where waiting may help. */
  fetchImage(url: string): Promise<{ bytes: Uint8Array } | { reason: Reason }>;
  uploadImage: ChannelSession["uploadImage"];
}

/**
 * The channel's uris of pictures, uploading only what it does not have: an address uploaded before
 * costs no download, known bytes cost no upload. Pictures one after the other, because a Worker's
 * memory holds few of 10 MB.
 */
export async function uploadImages(
  deps: UploadImagesDeps,
  use: ImageUse,
  urls: readonly string[],
): Promise<{ uris: Map<string, string>; reasons: Reason[] }> {
  const wanted = [...new Set(urls)];
  if (wanted.length === 0) return { uris: new Map(), reasons: [] };
  const uris = await deps.findByUrl(use, wanted);
  const reasons: Reason[] = [];
  for (const url of wanted) {
    if (uris.has(url)) continue;
    const sent = await uploadImage(deps, use, url);
    if ("uri" in sent) uris.set(url, sent.uri);
    else reasons.push(sent.reason);
  }
  return { uris, reasons };
}

async function uploadImage(
  deps: UploadImagesDeps,
  use: ImageUse,
  url: string,
): Promise<{ uri: string } | { reason: Reason }> {
  const fetched = await deps.fetchImage(url);
  if ("reason" in fetched) return fetched;
  const kind = imageKind(fetched.bytes);
  if (!kind) return { reason: { code: "listing.image_unsupported", facts: { url } } };
  const hash = await sha256Bytes(fetched.bytes);
  const imageKey = `${use}:${hash}`;
  const known = await deps.findByKey(imageKey);
  if (known !== undefined) return { uri: known };
  const fileName = `${hash.slice(0, 16)}.${kind.extension}`;
  const { uri } = await deps.uploadImage(fetched.bytes, fileName, use);
  await deps.saveMedia(imageKey, url, uri);
  return { uri };
}
