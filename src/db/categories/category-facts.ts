/**
 * What is known of many categories of the channel in one read: the node, its rules, what the merchant
 * set for it. It does not know which rules may be used.
 */
import { sql } from "drizzle-orm";
import type { FieldMapping } from "../../domain/listings/field-mapping";
import { toListingDetails, type ListingDetails } from "../../domain/listings/listing-details";
import type { ListingCategory } from "../../domain/listings/listing-rules";
import { chunks } from "../../lib/chunks";
import type { Database } from "../database";

export interface StoredCategory {
  /** Undefined: the channel has no such category. */
  category: ListingCategory | undefined;
  details: ListingDetails;
  mappings: FieldMapping[];
  /** Undefined: never read. */
  rules: StoredRule | undefined;
}

interface StoredRule {
  shapeVersion: number;
  bodyHash: string;
  /** Epoch ms. */
  readAt: number;
  hasCertificates: boolean;
  /** When the channel changed them, epoch ms; null: not of late. */
  changedAt: number | null;
  /** Undefined where it was not asked for. */
  body?: unknown;
  /** Those before that change; undefined as `body`, or where they did not change of late. */
  former?: unknown;
}

const IDS_PER_STATEMENT = 500;

/**
 * Every one of `ids` has an entry. With `bodies` the rules come whole: some 100 kB a category. A change of
 * rules counts that was read after `changedSince`, epoch ms.
 */
export async function readCategories(
  db: Database,
  connectionId: string,
  ids: readonly string[],
  { bodies, changedSince }: { bodies: boolean; changedSince: number },
): Promise<Map<string, StoredCategory>> {
  const found = new Map<string, StoredCategory>();
  const isNews = sql`rule.changed_at > ${changedSince} AND rule.previous_version = rule.shape_version`;
  for (const part of chunks(ids, IDS_PER_STATEMENT)) {
    const rows = await db.all<Row>(sql`
      SELECT wanted.value AS id, node.path, node.is_leaf AS isLeaf, node.permission,
        rule.shape_version AS shapeVersion, rule.body_hash AS bodyHash, rule.read_at AS readAt,
        rule.has_certificates AS hasCertificates,
        iif(${isNews}, rule.changed_at, NULL) AS changedAt,
        ${bodies ? sql.raw("rule.body") : sql.raw("NULL")} AS body,
        ${bodies ? sql`iif(${isNews}, rule.previous_body, NULL)` : sql.raw("NULL")} AS former,
        fields.details,
        (SELECT json_group_array(json_object('field', field, 'source', json(source)))
          FROM field_mapping
          WHERE connection_id = ${connectionId} AND category_id = wanted.value) AS mappings
      FROM json_each(${JSON.stringify(part)}) AS wanted
      LEFT JOIN channel_category AS node
        ON node.connection_id = ${connectionId} AND node.category_id = wanted.value
      LEFT JOIN channel_category_rule AS rule
        ON rule.connection_id = ${connectionId} AND rule.category_id = wanted.value
      LEFT JOIN category_details AS fields
        ON fields.connection_id = ${connectionId} AND fields.category_id = wanted.value`);
    for (const row of rows) found.set(row.id, toStored(row));
  }
  return found;
}

interface Row {
  id: string;
  path: string | null;
  isLeaf: number | null;
  permission: string | null;
  shapeVersion: number | null;
  bodyHash: string | null;
  readAt: number | null;
  hasCertificates: number | null;
  changedAt: number | null;
  body: string | null;
  former: string | null;
  details: string | null;
  mappings: string;
}

function toStored(row: Row): StoredCategory {
  const { id, path, isLeaf, permission, shapeVersion, bodyHash, readAt, body, former } = row;
  return {
    category:
      path === null || permission === null
        ? undefined
        : { id, path, isLeaf: isLeaf === 1, permission },
    details: toListingDetails(JSON.parse(row.details ?? "{}")),
    mappings: JSON.parse(row.mappings) as FieldMapping[],
    rules:
      shapeVersion === null || bodyHash === null || readAt === null
        ? undefined
        : {
            shapeVersion,
            bodyHash,
            readAt,
            hasCertificates: row.hasCertificates === 1,
            changedAt: row.changedAt,
            ...(body === null ? {} : { body: JSON.parse(body) }),
            ...(former === null ? {} : { former: JSON.parse(former) }),
          },
  };
}
