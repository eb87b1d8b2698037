-- Customers sealed at rest, where keys are configured: then the columns customer_name to customer_locale stay
-- null. customer holds name, e-mail, telephone and locale as JSON, sealed with AES-256-GCM for this table,
-- column and row by a key of the person. The indexes are HMAC-SHA256 of the normalised address and the
-- operator, cut to 128 bits, by which sealed addresses are found; null too where nothing is sealed.
ALTER TABLE travel_booking
  ADD COLUMN customer    VARBINARY(4000) NULL AFTER customer_locale,
  ADD COLUMN email_index BINARY(16)      NULL AFTER customer,
  ADD COLUMN phone_index BINARY(16)      NULL AFTER email_index,
  ADD KEY travel_booking_email (email_index),
  ADD KEY travel_booking_phone (phone_index);

-- Keys of persons, wrapped: a line a key, its number, what wrapped it, the wrapped key, when it was made. A
-- booking's person has the booking's id. keys_text is empty, and destroyed_at set, of who was erased: such a
-- row stays.
CREATE TABLE travel_subject_key (
  operator_id  BINARY(16)  NOT NULL,
  subject_id   BINARY(16)  NOT NULL,
  revision     BIGINT      NOT NULL,
  keys_text    TEXT        NOT NULL,
  destroyed_at DATETIME(6) NULL,
  PRIMARY KEY (operator_id, subject_id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- How far jobs over personal data have come, such as the rotation of keys.
CREATE TABLE travel_personal_job (
  job        VARBINARY(64)  NOT NULL,
  revision   BIGINT         NOT NULL,
  phase      VARBINARY(32)  NOT NULL,
  walked_to  VARBINARY(255) NULL,
  seen       BIGINT         NOT NULL,
  changed    BIGINT         NOT NULL,
  failed     BIGINT         NOT NULL,
  started_at DATETIME(6)    NOT NULL,
  phase_at   DATETIME(6)    NOT NULL,
  PRIMARY KEY (job)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
