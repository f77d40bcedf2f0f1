/** People, their sessions and accounts, and what was done in an account. Times are epoch ms UTC; unique constraints are the idempotency rules. */
import { sql } from "drizzle-orm";
import {
  index,
  integer,
  primaryKey,
  sqliteTable,
  text,
  uniqueIndex,
} from "drizzle-orm/sqlite-core";
import { ROLES } from "../../domain/accounts/role";
import type { Facts } from "../../domain/facts";
import { now } from "./columns";

/** better-auth's four tables, under names that do not collide with our account. */
export const authUser = sqliteTable("auth_user", {
  id: text("id").primaryKey(),
  name: text("name").notNull(),
  email: text("email").notNull().unique(),
  emailVerified: integer("email_verified", { mode: "boolean" }).notNull().default(false),
  image: text("image"),
  createdAt: integer("created_at", { mode: "timestamp_ms" }).notNull(),
  updatedAt: integer("updated_at", { mode: "timestamp_ms" }).notNull(),
});

export const authSession = sqliteTable(
  "auth_session",
  {
    id: text("id").primaryKey(),
    userId: text("user_id")
      .notNull()
      .references(() => authUser.id, { onDelete: "cascade" }),
    token: text("token").notNull().unique(),
    expiresAt: integer("expires_at", { mode: "timestamp_ms" }).notNull(),
    ipAddress: text("ip_address"),
    userAgent: text("user_agent"),
    createdAt: integer("created_at", { mode: "timestamp_ms" }).notNull(),
    updatedAt: integer("updated_at", { mode: "timestamp_ms" }).notNull(),
    /** When the person gave password or code within the session; null: at its login only. */
    provenAt: integer("proven_at"),
  },
  (table) => [index("auth_session_user").on(table.userId)],
);

export const authAccount = sqliteTable(
  "auth_account",
  {
    id: text("id").primaryKey(),
    userId: text("user_id")
      .notNull()
      .references(() => authUser.id, { onDelete: "cascade" }),
    accountId: text("account_id").notNull(),
    providerId: text("provider_id").notNull(),
    password: text("password"),
    accessToken: text("access_token"),
    refreshToken: text("refresh_token"),
    idToken: text("id_token"),
    accessTokenExpiresAt: integer("access_token_expires_at", { mode: "timestamp_ms" }),
    refreshTokenExpiresAt: integer("refresh_token_expires_at", { mode: "timestamp_ms" }),
    scope: text("scope"),
    createdAt: integer("created_at", { mode: "timestamp_ms" }).notNull(),
    updatedAt: integer("updated_at", { mode: "timestamp_ms" }).notNull(),
  },
  (table) => [index("auth_account_user").on(table.userId)],
);

export const authVerification = sqliteTable(
  "auth_verification",
  {
    id: text("id").primaryKey(),
    identifier: text("identifier").notNull(),
    value: text("value").notNull(),
    expiresAt: integer("expires_at", { mode: "timestamp_ms" }).notNull(),
    createdAt: integer("created_at", { mode: "timestamp_ms" }).notNull(),
    updatedAt: integer("updated_at", { mode: "timestamp_ms" }).notNull(),
  },
  (table) => [index("auth_verification_identifier").on(table.identifier)],
);

/** The authenticator of a person; it counts from `confirmedAt` on. */
export const secondFactor = sqliteTable("second_factor", {
  userId: text("user_id")
    .primaryKey()
    .references(() => authUser.id, { onDelete: "cascade" }),
  /** The shared secret, sealed. */
  sealed: text("sealed").notNull(),
  confirmedAt: integer("confirmed_at"),
  /** Time step of the last code that was taken, so that none is taken twice. */
  lastStep: integer("last_step").notNull().default(0),
  /** Hashes of the recovery codes that were not used. */
  recovery: text("recovery", { mode: "json" }).$type<readonly string[]>().notNull(),
  createdAt: now(),
});

export const account = sqliteTable("account", {
  id: text("id").primaryKey(),
  name: text("name").notNull(),
  /** What holds for the whole account, whatever the connection. */
  settings: text("settings", { mode: "json" }).$type<unknown>().notNull().default({}),
  /** Grows with each save: a save that saw an older one is refused. */
  settingsVersion: integer("settings_version").notNull().default(0),
  createdAt: now(),
  /** An owner deleted it: nobody belongs to it any more, and what is left of it goes. */
  deletedAt: integer("deleted_at"),
});

export const member = sqliteTable(
  "member",
  {
    accountId: text("account_id")
      .notNull()
      .references(() => account.id, { onDelete: "cascade" }),
    userId: text("user_id")
      .notNull()
      .references(() => authUser.id, { onDelete: "cascade" }),
    role: text("role", { enum: ROLES }).notNull(),
    createdAt: now(),
    /** A removed person may come back, or join another account. */
    removedAt: integer("removed_at"),
  },
  (table) => [
    primaryKey({ columns: [table.accountId, table.userId] }),
    uniqueIndex("member_user")
      .on(table.userId)
      .where(sql`removed_at IS NULL`),
  ],
);

/** An address that was asked to join an account; open until accepted, revoked or expired. */
export const invitation = sqliteTable(
  "invitation",
  {
    id: text("id").primaryKey(),
    accountId: text("account_id")
      .notNull()
      .references(() => account.id, { onDelete: "cascade" }),
    /** In lower case. */
    email: text("email").notNull(),
    role: text("role", { enum: ROLES }).notNull(),
    /** SHA-256 of the token in the mail's link. */
    tokenHash: text("token_hash").notNull().unique(),
    invitedBy: text("invited_by").notNull(),
    createdAt: now(),
    expiresAt: integer("expires_at").notNull(),
    acceptedAt: integer("accepted_at"),
    revokedAt: integer("revoked_at"),
  },
  (table) => [
    index("invitation_account").on(table.accountId, table.createdAt),
    // One open invitation an address and account; a new one replaces it.
    uniqueIndex("invitation_open")
      .on(table.accountId, table.email)
      .where(sql`accepted_at IS NULL AND revoked_at IS NULL`),
  ],
);

/** Failed logins by hashed key (address or e-mail); durable, because the edge limiter is per location. */
export const loginFailure = sqliteTable("login_failure", {
  key: text("key").primaryKey(),
  count: integer("count").notNull(),
  windowEndsAt: integer("window_ends_at").notNull(),
});

/** Mail of a developer's machine, shown on the outbox page. Empty where real mail is configured. */
export const mailOutbox = sqliteTable("mail_outbox", {
  id: text("id").primaryKey(),
  recipient: text("recipient").notNull(),
  subject: text("subject").notNull(),
  body: text("body").notNull(),
  createdAt: now(),
});

export const activity = sqliteTable(
  "activity",
  {
    id: text("id").primaryKey(),
    accountId: text("account_id")
      .notNull()
      .references(() => account.id, { onDelete: "cascade" }),
    connectionId: text("connection_id"),
    /** A member's user id, or "weft" for what happened by itself. */
    actor: text("actor").notNull(),
    kind: text("kind").notNull(),
    facts: text("facts", { mode: "json" }).$type<Facts>().notNull(),
    createdAt: now(),
  },
  (table) => [index("activity_account").on(table.accountId, table.createdAt)],
);
