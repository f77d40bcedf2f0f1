/**
 * What a merchant set for all products of a category of the channel: details field by field, and
 * where a field is read from in the store. It does not know which level wins.
 */
import { sql } from "drizzle-orm";
import type { FieldMapping, MappingSource } from "../../domain/listings/field-mapping";
import {
  toListingDetails,
  toMergePatch,
  type DetailsPatch,
  type ListingDetails,
} from "../../domain/listings/listing-details";
import type { Database } from "../database";

/** The category level of one connection; `now` stamps the rows, epoch ms. */
export function categoryFieldsOf(db: Database, connectionId: string, now: () => number) {
  return new CategoryFieldRepository(db, connectionId, now);
}

class CategoryFieldRepository {
  constructor(
    private readonly db: Database,
    private readonly connectionId: string,
    private readonly now: () => number,
  ) {}

  /** Details and mappings of a category in one read; both empty where nothing is set. */
  async find(categoryId: string): Promise<{ details: ListingDetails; mappings: FieldMapping[] }> {
    const [row] = await this.db.all<{ details: string | null; mappings: string }>(sql`
      SELECT
        (SELECT details FROM category_details
          WHERE connection_id = ${this.connectionId} AND category_id = ${categoryId}) AS details,
        (SELECT json_group_array(json_object('field', field, 'source', json(source)))
          FROM field_mapping
          WHERE connection_id = ${this.connectionId} AND category_id = ${categoryId}) AS mappings`);
    return {
      details: toListingDetails(JSON.parse(row?.details ?? "{}")),
      mappings: JSON.parse(row?.mappings ?? "[]") as FieldMapping[],
    };
  }

  /** Changes the details of a category field by field, in one statement. */
  async patchDetails(categoryId: string, patch: DetailsPatch): Promise<void> {
    const change = JSON.stringify(toMergePatch(patch));
    await this.db.run(sql`
      INSERT INTO category_details (connection_id, category_id, details, updated_at)
      VALUES (${this.connectionId}, ${categoryId}, json_patch('{}', ${change}), ${this.now()})
      ON CONFLICT (connection_id, category_id) DO UPDATE SET
        details = json_patch(category_details.details, ${change}), updated_at = excluded.updated_at`);
  }

  /** Where a field of the category is read from; null: from nowhere. */
  async mapField(categoryId: string, field: string, source: MappingSource | null): Promise<void> {
    if (source === null) {
      await this.db.run(sql`
        DELETE FROM field_mapping WHERE connection_id = ${this.connectionId}
          AND category_id = ${categoryId} AND field = ${field}`);
      return;
    }
    await this.db.run(sql`
      INSERT INTO field_mapping (connection_id, category_id, field, source, updated_at)
      VALUES (${this.connectionId}, ${categoryId}, ${field}, ${JSON.stringify(source)},
        ${this.now()})
      ON CONFLICT (connection_id, category_id, field) DO UPDATE SET
        source = excluded.source, updated_at = excluded.updated_at`);
  }
}
