CREATE TABLE `former_choices` (
	`account_id` text NOT NULL,
	`source_url` text NOT NULL,
	`channel_platform` text NOT NULL,
	`channel_shop_id` text NOT NULL,
	`mappings` text NOT NULL,
	`details` text NOT NULL,
	`fields` text NOT NULL,
	`kept_at` integer NOT NULL,
	PRIMARY KEY(`account_id`, `source_url`, `channel_platform`, `channel_shop_id`),
	FOREIGN KEY (`account_id`) REFERENCES `account`(`id`) ON UPDATE no action ON DELETE cascade
);
