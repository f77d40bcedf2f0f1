CREATE TABLE `invitation` (
	`id` text PRIMARY KEY NOT NULL,
	`account_id` text NOT NULL,
	`email` text NOT NULL,
	`role` text NOT NULL,
	`token_hash` text NOT NULL,
	`invited_by` text NOT NULL,
	`created_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	`accepted_at` integer,
	`revoked_at` integer,
	FOREIGN KEY (`account_id`) REFERENCES `account`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `invitation_token_hash_unique` ON `invitation` (`token_hash`);--> statement-breakpoint
CREATE INDEX `invitation_account` ON `invitation` (`account_id`,`created_at`);--> statement-breakpoint
CREATE UNIQUE INDEX `invitation_open` ON `invitation` (`account_id`,`email`) WHERE accepted_at IS NULL AND revoked_at IS NULL;--> statement-breakpoint
DROP INDEX `member_user`;--> statement-breakpoint
ALTER TABLE `member` ADD `removed_at` integer;--> statement-breakpoint
CREATE UNIQUE INDEX `member_user` ON `member` (`user_id`) WHERE removed_at IS NULL;--> statement-breakpoint
ALTER TABLE `account` ADD `settings` text DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE `account` ADD `settings_version` integer DEFAULT 0 NOT NULL;