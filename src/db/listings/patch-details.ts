/** Listing details are changed by one statement, so that two writers at once lose nothing. */
import { sql, type SQL, type SQLWrapper } from "drizzle-orm";
import { toMergePatch, type DetailsPatch } from "../../domain/listings/listing-details";

/** The value of `column` with the patch applied; a row in the shape of 0.2 is converted with it. */
export function patchedDetails(column: SQLWrapper, patch: DetailsPatch): SQL {
  return mergedDetails(column, sql`${JSON.stringify(toMergePatch(patch))}`);
}

/** The same for a merge patch that a statement reads somewhere. */
export function mergedDetails(column: SQLWrapper, mergePatch: SQL): SQL {
  return sql`json_patch(${inPresentShape(column)}, ${mergePatch})`;
}

/** What migration 0006 did to the rows of its day, for a row that 0.2 wrote after it. */
function inPresentShape(column: SQLWrapper): SQL {
  return sql`CASE
    WHEN coalesce(json_type(${column}), '') <> 'object' THEN '{}'
    WHEN json_type(${column}, '$.attributes') = 'array' OR ${column}->'$.brandId' IS NOT NULL
      OR ${column}->'$.brandName' IS NOT NULL OR ${column}->'$.sizeChartUri' IS NOT NULL
    THEN json_patch(
      json_remove(${column}, '$.brandId', '$.brandName', '$.sizeChartUri', '$.attributes'),
      json_object(
        'brand', CASE WHEN coalesce(${column}->>'$.brandName', ${column}->>'$.brandId') IS NOT NULL
          THEN json_object('id', ${column}->>'$.brandId',
            'name', coalesce(${column}->>'$.brandName', ${column}->>'$.brandId')) END,
        'sizeChart', CASE WHEN ${column}->>'$.sizeChartUri' IS NOT NULL
          THEN json_object('uri', ${column}->>'$.sizeChartUri') END,
        'attributes', json(nullif((
          SELECT json_group_object(value->>'$.id', value->'$.values')
          FROM json_each(${column}, '$.attributes')
          WHERE json_array_length(value, '$.values') > 0), '{}'))))
    ELSE ${column} END`;
}
