ALTER TABLE `channel_category_rule` ADD `news` text;--> statement-breakpoint
ALTER TABLE `product_check` ADD `changed_rules` text;