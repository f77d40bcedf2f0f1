ALTER TABLE `channel_category_rule` ADD `shape_version` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `channel_category_rule` ADD `body_hash` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `channel_category_rule` ADD `previous_body` text;--> statement-breakpoint
ALTER TABLE `channel_category_rule` ADD `previous_version` integer;--> statement-breakpoint
ALTER TABLE `channel_category_rule` ADD `changed_at` integer;