-- Where partners of an operator take webhooks. state is ENABLED or DISABLED, note says why. due_at is when
-- it may be worked for: its pause after a failure, or the lease of who works for it; claim rises with each
-- claim and is compared before it is given back. Its secrets are the host's to keep: here are their numbers.
CREATE TABLE travel_partner_endpoint (
  id             BINARY(16)      NOT NULL,
  operator_id    BINARY(16)      NOT NULL,
  url            VARBINARY(2000) NOT NULL,
  types          VARBINARY(2200) NOT NULL,
  state          VARBINARY(8)    NOT NULL,
  note           VARCHAR(255)    NOT NULL,
  key_number     INT             NOT NULL,
  previous_until DATETIME(6)     NULL,
  failing_since  DATETIME(6)     NULL,
  due_at         DATETIME(6)     NOT NULL,
  claim          INT             NOT NULL,
  PRIMARY KEY (id),
  KEY travel_partner_endpoint_operator (operator_id),
  KEY travel_partner_endpoint_due (state, due_at)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- Webhooks of each endpoint, an event once. state is WAITING, DONE or DEAD; due_at when it is to be sent, or
-- was sent or given up. body is what is sent at every try, empty once it was.
CREATE TABLE travel_partner_delivery (
  endpoint_id BINARY(16)    NOT NULL,
  event_id    BINARY(16)    NOT NULL,
  type        VARBINARY(40) NOT NULL,
  body        MEDIUMTEXT    NOT NULL,
  state       VARBINARY(8)  NOT NULL,
  due_at      DATETIME(6)   NOT NULL,
  tries       INT           NOT NULL,
  note        VARCHAR(255)  NOT NULL,
  PRIMARY KEY (endpoint_id, event_id),
  KEY travel_partner_delivery_due (endpoint_id, state, due_at),
  KEY travel_partner_delivery_past (state, due_at)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
