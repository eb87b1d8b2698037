-- Common subset of MySQL 9 and MariaDB 10.11/11.4. Ids are UUIDs in their 16 bytes; times are UTC.
-- Codes, keys and references are VARBINARY: compared byte for byte, with no padding, on both servers.
-- No foreign keys: they would lock parents on the hot path, and cascades are refused by a group.

CREATE TABLE travel_operator (
  id   BINARY(16)    NOT NULL,
  code VARBINARY(64) NOT NULL,
  name VARCHAR(200)  NOT NULL,
  PRIMARY KEY (id),
  UNIQUE KEY travel_operator_code (code)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

CREATE TABLE travel_product (
  id          BINARY(16)    NOT NULL,
  operator_id BINARY(16)    NOT NULL,
  code        VARBINARY(64) NOT NULL,
  name        VARCHAR(200)  NOT NULL,
  zone        VARBINARY(64) NOT NULL,
  PRIMARY KEY (id),
  UNIQUE KEY travel_product_code (operator_id, code)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- A text that many occurrences share, named by its SHA-256: a layout (stops, pools, labels of seats) or
-- terms of sale. Never changed, so that it may be cached.
CREATE TABLE travel_document (
  id   BINARY(32) NOT NULL,
  text MEDIUMTEXT NOT NULL,
  PRIMARY KEY (id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- The layout never changes once the occurrence is open. Start, state and terms do: each time the revision
-- is one higher, here and in the counters, where whoever decides by an older one learns of it. One that a
-- schedule made stands for a slot of it, a local start that stays the same when the occurrence is given
-- another, and is as that version of the schedule said.
CREATE TABLE travel_occurrence (
  id               BINARY(16)    NOT NULL,
  operator_id      BINARY(16)    NOT NULL,
  product_id       BINARY(16)    NOT NULL,
  label            VARBINARY(32) NOT NULL,
  local_start      DATETIME(6)   NOT NULL,
  zone             VARBINARY(64) NOT NULL,
  starts_at        DATETIME(6)   NOT NULL,
  layout           BINARY(32)    NOT NULL,
  terms            BINARY(32)    NOT NULL,
  state            VARBINARY(10) NOT NULL,
  revision         INT           NOT NULL,
  schedule_id      BINARY(16)    NULL,
  slot             DATETIME(6)   NULL,
  schedule_version INT           NULL,
  PRIMARY KEY (id),
  UNIQUE KEY travel_occurrence_run (product_id, local_start, label),
  UNIQUE KEY travel_occurrence_slot (schedule_id, slot),
  KEY travel_occurrence_layout (operator_id, layout, zone, starts_at)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- The stops of the layouts that an operator uses in a time zone: how departures between two stops are
-- found, by way of their layouts. Of a stop: when it is left, in seconds from the start, the time zone of
-- the place, and whether people may board and alight. No occurrence with the layout starts at
-- in_use_until or later, so that what fell out of use is passed over.
CREATE TABLE travel_layout_stop (
  operator_id  BINARY(16)        NOT NULL,
  stop         VARBINARY(32)     NOT NULL,
  layout       BINARY(32)        NOT NULL,
  zone         VARBINARY(64)     NOT NULL,
  position     SMALLINT UNSIGNED NOT NULL,
  departure    INT UNSIGNED      NOT NULL,
  place        VARBINARY(64)     NOT NULL,
  boarding     TINYINT           NOT NULL,
  alighting    TINYINT           NOT NULL,
  in_use_until DATETIME(6)       NOT NULL,
  PRIMARY KEY (operator_id, stop, layout, zone, position)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- Every taking and giving back writes its rows here, so that two writers always meet on one. No
-- secondary index: rows are locked by their exact primary keys, in key order. Beside pool seats,
-- seats@agency counts what was taken under the allotment of a channel, seats~Y in a fare class.
CREATE TABLE travel_counter (
  occurrence_id BINARY(16)        NOT NULL,
  pool          VARBINARY(65)     NOT NULL,
  leg           SMALLINT UNSIGNED NOT NULL,
  physical      INT               NOT NULL,
  sellable      INT               NOT NULL,
  overhang      INT               NOT NULL DEFAULT 0,
  taken         INT               NOT NULL DEFAULT 0,
  revision      INT               NOT NULL DEFAULT 0,
  PRIMARY KEY (occurrence_id, pool, leg),
  CONSTRAINT travel_counter_never_oversold CHECK (taken >= 0 AND taken <= sellable + overhang)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- A seat that is taken on a leg. The primary key makes a double sale impossible for any code.
CREATE TABLE travel_seat (
  occurrence_id BINARY(16)        NOT NULL,
  leg           SMALLINT UNSIGNED NOT NULL,
  seat          VARBINARY(32)     NOT NULL,
  booking_id    BINARY(16)        NOT NULL,
  PRIMARY KEY (occurrence_id, leg, seat)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

CREATE TABLE travel_booking (
  id                BINARY(16)        NOT NULL,
  operator_id       BINARY(16)        NOT NULL,
  reference         VARBINARY(10)     NOT NULL,
  booking_key       VARBINARY(255)    NULL,
  fingerprint       BINARY(32)        NOT NULL,
  state             VARBINARY(10)     NOT NULL,
  version           INT               NOT NULL,
  line_rows         SMALLINT UNSIGNED NOT NULL,
  channel           VARBINARY(32)     NULL,
  customer_name     VARCHAR(200)      NULL,
  customer_email    VARCHAR(254)      NULL,
  customer_phone    VARCHAR(32)       NULL,
  customer_locale   VARBINARY(35)     NULL,
  payment_reference VARBINARY(255)    NULL,
  created_at        DATETIME(6)       NOT NULL,
  expires_at        DATETIME(6)       NULL,
  extendable_until  DATETIME(6)       NOT NULL,
  PRIMARY KEY (id),
  UNIQUE KEY travel_booking_reference (reference),
  UNIQUE KEY travel_booking_key (operator_id, booking_key)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- One row a line and pool, and one for the use of a promo code (pool #uses of the promo). Rows are only ever added and their units given back, so that row_no 0 to
-- line_rows - 1 names them all by exact key. unit_states has a letter a unit: A(ctive), C(ancelled),
-- R(edeemed); it is empty once the line was changed for others.
CREATE TABLE travel_line (
  booking_id    BINARY(16)        NOT NULL,
  row_no        SMALLINT UNSIGNED NOT NULL,
  line_no       SMALLINT UNSIGNED NOT NULL,
  occurrence_id BINARY(16)        NOT NULL,
  from_leg      SMALLINT UNSIGNED NOT NULL,
  to_leg        SMALLINT UNSIGNED NOT NULL,
  fare_unit     VARBINARY(32)     NULL,
  fare_class    VARBINARY(32)     NULL,
  pool          VARBINARY(65)     NOT NULL,
  per_unit      INT               NOT NULL,
  unit_states   VARBINARY(1000)   NOT NULL,
  seats         TEXT              NULL,
  price         TEXT              NULL,
  PRIMARY KEY (booking_id, row_no),
  KEY travel_line_occurrence (occurrence_id, booking_id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- The live holds of each occurrence by expiry: how expired ones are found when units are short.
-- Rows leave with the hold, so that its size does not grow with history.
CREATE TABLE travel_hold (
  occurrence_id BINARY(16)  NOT NULL,
  expires_at    DATETIME(6) NOT NULL,
  booking_id    BINARY(16)  NOT NULL,
  PRIMARY KEY (occurrence_id, expires_at, booking_id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- The outbox. The id is made by the client of the database and names the transition. The payload is
-- JSON, kept as text: MySQL's own type would be parsed and rebuilt at every write.
CREATE TABLE travel_event (
  id           BINARY(16)    NOT NULL,
  operator_id  BINARY(16)    NOT NULL,
  aggregate_id BINARY(16)    NOT NULL,
  version      INT           NOT NULL,
  type         VARBINARY(40) NOT NULL,
  payload      MEDIUMTEXT    NOT NULL,
  occurred_at  DATETIME(6)   NOT NULL,
  PRIMARY KEY (id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- Append-only: the run-time user needs INSERT and SELECT here, nothing else. Clustered by what it
-- is about, so that a booking's history is one short range.
CREATE TABLE travel_audit (
  subject_id  BINARY(16)    NOT NULL,
  id          BINARY(16)    NOT NULL,
  operator_id BINARY(16)    NOT NULL,
  action      VARBINARY(40) NOT NULL,
  detail      MEDIUMTEXT    NOT NULL,
  recorded_at DATETIME(6)   NOT NULL,
  PRIMARY KEY (subject_id, id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
