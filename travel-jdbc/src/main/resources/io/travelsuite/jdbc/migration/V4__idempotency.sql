-- What is done once. The key and its scope are there as a digest alone; tenant, mode and operation for
-- people who look. retained_until is null while the row must stay: in flight, unknown or parked.
CREATE TABLE travel_idempotency (
  key_hash            BINARY(32)    NOT NULL,
  tenant              VARCHAR(255)  NOT NULL,
  mode                VARBINARY(4)  NOT NULL,
  operation           VARCHAR(255)  NOT NULL,
  fingerprint_version INT           NOT NULL,
  fingerprint         VARBINARY(64) NOT NULL,
  fence               BIGINT        NOT NULL,
  owner               BINARY(16)    NOT NULL,
  attempt             INT           NOT NULL,
  state               VARBINARY(16) NOT NULL,
  started             TINYINT       NOT NULL,
  recovering          TINYINT       NOT NULL,
  lease_until         DATETIME(6)   NOT NULL,
  retention           INT           NOT NULL,
  retained_until      DATETIME(6)   NULL,
  checkpoint          TEXT          NULL,
  verdict             VARBINARY(16) NULL,
  outcome             MEDIUMTEXT    NULL,
  PRIMARY KEY (key_hash),
  KEY travel_idempotency_retained (retained_until)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
