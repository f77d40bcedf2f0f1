CREATE TABLE `category_details` (
	`connection_id` text NOT NULL,
	`category_id` text NOT NULL,
	`details` text NOT NULL,
	`updated_at` integer NOT NULL,
	PRIMARY KEY(`connection_id`, `category_id`),
	FOREIGN KEY (`connection_id`) REFERENCES `connection`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `field_mapping` (
	`connection_id` text NOT NULL,
	`category_id` text NOT NULL,
	`field` text NOT NULL,
	`source` text NOT NULL,
	`updated_at` integer NOT NULL,
	PRIMARY KEY(`connection_id`, `category_id`, `field`),
	FOREIGN KEY (`connection_id`) REFERENCES `connection`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
UPDATE `product` SET `details` = json_patch('{}', json_object(
	'brand', CASE WHEN coalesce(`details`->>'$.brandName', `details`->>'$.brandId') IS NOT NULL
		THEN json_object('id', `details`->>'$.brandId', 'name', coalesce(`details`->>'$.brandName', `details`->>'$.brandId')) END,
	'sizeChart', CASE WHEN `details`->>'$.sizeChartUri' IS NOT NULL
		THEN json_object('uri', `details`->>'$.sizeChartUri') END,
	'attributes', json(nullif((
		SELECT json_group_object(value->>'$.id', value->'$.values')
		FROM json_each(`details`, '$.attributes')
		WHERE json_array_length(value, '$.values') > 0), '{}'))))
WHERE json_type(`details`) = 'object';
