-- The intent to be paid, written before a provider hears of it; never deleted. reference is what the
-- provider is told, a function of operator, provider, mode and key. facts and operations say how many rows
-- of the next two tables it has, which are then found by exact keys. due_at is null when nothing is left to
-- be looked at. Amounts are in the currency's minor unit.
CREATE TABLE travel_payment (
  id               BINARY(16)     NOT NULL,
  reference        VARBINARY(36)  NOT NULL,
  operator_id      BINARY(16)     NOT NULL,
  provider         VARBINARY(32)  NOT NULL,
  mode             VARBINARY(4)   NOT NULL,
  payment_key      VARBINARY(255) NOT NULL,
  booking_id       BINARY(16)     NOT NULL,
  currency         VARBINARY(3)   NOT NULL,
  amount           BIGINT         NOT NULL,
  token            VARBINARY(255) NULL,
  return_url       VARCHAR(2000)  NOT NULL,
  description      VARCHAR(200)   NOT NULL,
  customer         VARCHAR(100)   NULL,
  provider_payment VARBINARY(255) NULL,
  fate             VARBINARY(16)  NOT NULL,
  version          INT            NOT NULL,
  looks            INT            NOT NULL,
  due_at           DATETIME(6)    NULL,
  facts            INT            NOT NULL,
  operations       INT            NOT NULL,
  created_at       DATETIME(6)    NOT NULL,
  PRIMARY KEY (id),
  UNIQUE KEY travel_payment_reference (reference),
  KEY travel_payment_name (provider, mode, provider_payment),
  KEY travel_payment_due (provider, mode, due_at)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- What happened at a provider. The same twice is one row; what contradicts is another, and stays. told is
-- the id of the call that wrote it.
CREATE TABLE travel_payment_fact (
  payment_id       BINARY(16)     NOT NULL,
  ordinal          INT            NOT NULL,
  provider         VARBINARY(32)  NOT NULL,
  mode             VARBINARY(4)   NOT NULL,
  provider_payment VARBINARY(255) NOT NULL,
  provider_object  VARBINARY(255) NOT NULL,
  transition       VARBINARY(16)  NOT NULL,
  currency         VARBINARY(3)   NOT NULL,
  amount           BIGINT         NOT NULL,
  told             BINARY(16)     NOT NULL,
  created_at       DATETIME(6)    NOT NULL,
  PRIMARY KEY (payment_id, ordinal),
  UNIQUE KEY travel_payment_fact_once (provider, mode, provider_object, transition, currency, amount)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- What a provider is asked to do, written before it is asked. owner is the call that claimed it last.
CREATE TABLE travel_payment_operation (
  payment_id    BINARY(16)     NOT NULL,
  ordinal       INT            NOT NULL,
  kind          VARBINARY(16)  NOT NULL,
  operation_key VARBINARY(255) NOT NULL,
  currency      VARBINARY(3)   NOT NULL,
  amount        BIGINT         NOT NULL,
  state         VARBINARY(16)  NOT NULL,
  attempts      INT            NOT NULL,
  detail        VARCHAR(2000)  NULL,
  owner         BINARY(16)     NULL,
  lease_until   DATETIME(6)    NOT NULL,
  created_at    DATETIME(6)    NOT NULL,
  PRIMARY KEY (payment_id, ordinal),
  UNIQUE KEY travel_payment_operation_key (payment_id, kind, operation_key)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
