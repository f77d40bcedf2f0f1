/** What an entry of the journal is about: kind and id of a thing of either shop. */

export const SUBJECT_KINDS = ["order", "store-order", "listing", "product"] as const;

export type SubjectKind = (typeof SUBJECT_KINDS)[number];

export interface Subject {
  kind: SubjectKind;
  id: string;
}

export const subjectOf = (kind: SubjectKind, id: string): string => `${kind}:${id}`;

/** Undefined for what is no subject. */
export function readSubject(text: string): Subject | undefined {
  const kind = SUBJECT_KINDS.find((known) => text.startsWith(`${known}:`));
  const id = kind && text.slice(kind.length + 1);
  return kind && id ? { kind, id } : undefined;
}

/** What follows the version in a path of the channel, or the address of the webservice. */
const IN_PATH: readonly [RegExp, SubjectKind][] = [
  [/^\/product\/\d+\/products\/(\d+)(?:\/|$)/, "listing"],
  [/^\/(?:order|fulfillment)\/\d+\/orders\/(\d+)(?:\/|$)/, "order"],
  [/^\/api\/orders\/(\d+)$/, "store-order"],
];

/** Things that a path names. */
export const subjectsInPath = (path: string): string[] =>
  IN_PATH.flatMap(([pattern, kind]) => {
    const id = pattern.exec(path)?.[1];
    return id === undefined ? [] : [subjectOf(kind, id)];
  });

/** Things that a body names: an order, or listings that are put on or off sale. */
export function subjectsInBody(body: string): string[] {
  const orders = [...body.matchAll(/"order_?id":"(\d+)"|<id_order>(\d+)/gi)];
  const listings = /"product_ids":\[([^\]]*)\]/.exec(body)?.[1]?.match(/\d+/g) ?? [];
  return [
    ...orders.map(([, ofChannel, ofStore]) =>
      ofChannel === undefined
        ? subjectOf("store-order", ofStore ?? "")
        : subjectOf("order", ofChannel),
    ),
    ...listings.map((id) => subjectOf("listing", id)),
  ];
}
