-- What makes occurrences. The text is JSON; the version is one higher with every change of it.
CREATE TABLE travel_schedule (
  id         BINARY(16)    NOT NULL,
  product_id BINARY(16)    NOT NULL,
  code       VARBINARY(64) NOT NULL,
  version    INT           NOT NULL,
  text       MEDIUMTEXT    NOT NULL,
  PRIMARY KEY (id),
  UNIQUE KEY travel_schedule_code (product_id, code)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
