-- Events of webhooks, each once: event_hash is of provider, account, mode and event id. state is WAITING,
-- DONE or DEAD; due_at when it is to be claimed (or its lease lapses), may be purged, or died. claim rises
-- with each claim and is compared before anything is written; claimed is 1 while somebody has it.
CREATE TABLE travel_webhook_event (
  id          BINARY(16)    NOT NULL,
  event_hash  BINARY(32)    NOT NULL,
  provider    VARCHAR(64)   NOT NULL,
  account     VARCHAR(64)   NOT NULL,
  mode        VARBINARY(4)  NOT NULL,
  event_id    VARCHAR(255)  NOT NULL,
  event_type  VARCHAR(255)  NOT NULL,
  object_id   VARCHAR(1000) NULL,
  trust       VARBINARY(16) NOT NULL,
  body        MEDIUMBLOB    NOT NULL,
  received_at DATETIME(6)   NOT NULL,
  state       VARBINARY(8)  NOT NULL,
  due_at      DATETIME(6)   NOT NULL,
  claim       INT           NOT NULL,
  claimed     TINYINT       NOT NULL,
  tries       INT           NOT NULL,
  note        VARCHAR(255)  NOT NULL,
  PRIMARY KEY (id),
  UNIQUE KEY travel_webhook_event_once (event_hash),
  KEY travel_webhook_event_due (state, due_at)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- Every delivery, without its body. more counts refused ones before it that have no row of their own.
CREATE TABLE travel_webhook_delivery (
  id          BINARY(16)    NOT NULL,
  provider    VARCHAR(64)   NOT NULL,
  received_at DATETIME(6)   NOT NULL,
  verdict     VARBINARY(16) NOT NULL,
  reason      VARCHAR(64)   NOT NULL,
  events      INT           NOT NULL,
  first_event VARCHAR(255)  NULL,
  body_size   INT           NOT NULL,
  body_sha256 BINARY(32)    NULL,
  headers     VARCHAR(4000) NOT NULL,
  more        BIGINT        NOT NULL,
  PRIMARY KEY (id),
  KEY travel_webhook_delivery_received (received_at)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
