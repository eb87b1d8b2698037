-- Marks of addresses that must not be written to. address_hash is HMAC-SHA256 of the channel and the address,
-- by a key that only the host has; the address is kept nowhere. reason is BOUNCED, COMPLAINED or OPTED_OUT.
CREATE TABLE travel_address_mark (
  address_hash BINARY(32)    NOT NULL,
  mode         VARBINARY(4)  NOT NULL,
  reason       VARBINARY(16) NOT NULL,
  since        DATETIME(6)   NOT NULL,
  PRIMARY KEY (address_hash, mode, reason)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- What is known of each SMS: key_hash is SHA-256 of its mode and key. state is TRYING, UNCLEAR or SENT; unclear
-- is how many tries may have sent it without anybody knowing. started_at is when the last try began.
CREATE TABLE travel_sms (
  key_hash    BINARY(32)    NOT NULL,
  state       VARBINARY(8)  NOT NULL,
  unclear     INT           NOT NULL,
  provider_id VARBINARY(64) NULL,
  started_at  DATETIME(6)   NOT NULL,
  PRIMARY KEY (key_hash),
  KEY travel_sms_started (started_at)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- How far each SMS has got, by its provider's id: progress is the order of states, and only grows.
CREATE TABLE travel_sms_delivery (
  provider_id VARBINARY(64) NOT NULL,
  status      VARBINARY(16) NOT NULL,
  progress    INT           NOT NULL,
  error_code  INT           NULL,
  learnt_at   DATETIME(6)   NOT NULL,
  PRIMARY KEY (provider_id),
  KEY travel_sms_delivery_learnt (learnt_at)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
