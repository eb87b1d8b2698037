-- API tokens. token_hash is SHA-256 of what its owner presents, which is kept nowhere. scopes are separated
-- by spaces. ended_at is when it expires, or was revoked, whichever comes first: what it is purged by.
CREATE TABLE travel_api_token (
  id           BINARY(16)      NOT NULL,
  token_hash   BINARY(32)      NOT NULL,
  subject      VARBINARY(128)  NOT NULL,
  operator_id  BINARY(16)      NULL,
  scopes       VARBINARY(4200) NOT NULL,
  name         VARCHAR(100)    NOT NULL,
  created_at   DATETIME(6)     NOT NULL,
  expires_at   DATETIME(6)     NOT NULL,
  revoked_at   DATETIME(6)     NULL,
  ended_at     DATETIME(6)     NOT NULL,
  last_used_at DATETIME(6)     NULL,
  PRIMARY KEY (id),
  UNIQUE KEY travel_api_token_hash (token_hash),
  KEY travel_api_token_subject (subject, created_at),
  KEY travel_api_token_age (created_at),
  KEY travel_api_token_ended (ended_at)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- Sessions of people. session_hash is SHA-256 of what the cookie holds, and changes when the session gets a
-- new id; id does not. seen_at is when it was last used, a little behind. idle_micros and expires_at end it.
CREATE TABLE travel_session (
  id           BINARY(16)     NOT NULL,
  session_hash BINARY(32)     NOT NULL,
  subject      VARBINARY(128) NOT NULL,
  label        VARCHAR(200)   NOT NULL,
  created_at   DATETIME(6)    NOT NULL,
  seen_at      DATETIME(6)    NOT NULL,
  idle_micros  BIGINT         NOT NULL,
  expires_at   DATETIME(6)    NOT NULL,
  PRIMARY KEY (id),
  UNIQUE KEY travel_session_hash (session_hash),
  KEY travel_session_subject (subject, created_at),
  KEY travel_session_expires (expires_at)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- Tries to sign in, by account, address, pair of both, or device: key_hash is SHA-256 of which, account_hash
-- that of its account. tries are their times in microseconds since 1970, 8 bytes each, the oldest first, as
-- many as its rule can ask for; expires_at is when none of them counts any more.
CREATE TABLE travel_login_tries (
  key_hash     BINARY(32)      NOT NULL,
  account_hash BINARY(32)      NULL,
  tries        VARBINARY(8000) NOT NULL,
  expires_at   DATETIME(6)     NOT NULL,
  PRIMARY KEY (key_hash),
  KEY travel_login_tries_account (account_hash),
  KEY travel_login_tries_expires (expires_at)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
