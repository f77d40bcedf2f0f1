CREATE TABLE `connection_check` (
	`connection_id` text PRIMARY KEY NOT NULL,
	`report` text,
	`running` text,
	FOREIGN KEY (`connection_id`) REFERENCES `connection`(`id`) ON UPDATE no action ON DELETE cascade
);
