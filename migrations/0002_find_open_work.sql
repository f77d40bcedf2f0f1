CREATE INDEX `listing_review` ON `listing` (`updated_at`) WHERE status = 'in_review';--> statement-breakpoint
CREATE INDEX `task_open` ON `task` (`updated_at`) WHERE state IN ('waiting','running');