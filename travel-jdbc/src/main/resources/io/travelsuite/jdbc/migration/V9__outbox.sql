-- Who wants which events. types are separated by spaces, each as booking.held, booking.* or *.
CREATE TABLE travel_outbox_subscription (
  name          VARBINARY(32)   NOT NULL,
  types         VARBINARY(2200) NOT NULL,
  registered_at DATETIME(6)     NOT NULL,
  PRIMARY KEY (name)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- Events that were collected: moved here from travel_event, in one transaction, so that an id is in one of
-- the two for as long as somebody may ask whether its transition was committed. payload is null of what
-- nobody wanted.
CREATE TABLE travel_outbox_event (
  id           BINARY(16)    NOT NULL,
  operator_id  BINARY(16)    NOT NULL,
  aggregate_id BINARY(16)    NOT NULL,
  version      INT           NOT NULL,
  type         VARBINARY(40) NOT NULL,
  payload      MEDIUMTEXT    NULL,
  occurred_at  DATETIME(6)   NOT NULL,
  purge_at     DATETIME(6)   NOT NULL,
  PRIMARY KEY (id),
  KEY travel_outbox_event_purge (purge_at)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- Up to which version a booking's events were collected: none is before the one it follows. A row goes with
-- the event it is about.
CREATE TABLE travel_outbox_stream (
  aggregate_id BINARY(16) NOT NULL,
  version      INT        NOT NULL,
  PRIMARY KEY (aggregate_id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- What a subscription has before it; what is done is deleted, so that its size does not grow with history.
-- The key is the order within a booking. due_at is when it is to be claimed, or its lease lapses. claim
-- rises with each claim and is compared before anything is written; claimed is 1 while somebody has it.
CREATE TABLE travel_outbox_delivery (
  subscription VARBINARY(32) NOT NULL,
  aggregate_id BINARY(16)    NOT NULL,
  version      INT           NOT NULL,
  event_id     BINARY(16)    NOT NULL,
  collected_at DATETIME(6)   NOT NULL,
  due_at       DATETIME(6)   NOT NULL,
  claim        INT           NOT NULL,
  claimed      TINYINT       NOT NULL,
  tries        INT           NOT NULL,
  note         VARCHAR(255)  NOT NULL,
  PRIMARY KEY (subscription, aggregate_id, version, event_id),
  KEY travel_outbox_delivery_due (subscription, due_at)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- What a subscription gave up, with all that it takes to begin anew.
CREATE TABLE travel_outbox_dead (
  subscription VARBINARY(32) NOT NULL,
  event_id     BINARY(16)    NOT NULL,
  operator_id  BINARY(16)    NOT NULL,
  aggregate_id BINARY(16)    NOT NULL,
  version      INT           NOT NULL,
  type         VARBINARY(40) NOT NULL,
  payload      MEDIUMTEXT    NOT NULL,
  occurred_at  DATETIME(6)   NOT NULL,
  tries        INT           NOT NULL,
  note         VARCHAR(255)  NOT NULL,
  died_at      DATETIME(6)   NOT NULL,
  PRIMARY KEY (subscription, event_id),
  KEY travel_outbox_dead_age (died_at)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
