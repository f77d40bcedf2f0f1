DROP INDEX `task_identity`;--> statement-breakpoint
CREATE UNIQUE INDEX `task_identity` ON `task` (`connection_id`,`identity_key`) WHERE state IN ('waiting','running','unconfirmed');--> statement-breakpoint
ALTER TABLE `task_item` ADD `before` text;--> statement-breakpoint
ALTER TABLE `task_item` ADD `after` text;