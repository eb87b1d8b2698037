-- Rate limits, by a hash of group, rule and key. arrival is GCRA's theoretical arrival time in microseconds since
-- 1970: one that has passed says no more than no row. No index beside the key, which every decision would write.
CREATE TABLE travel_rate (
  key_hash BINARY(32) NOT NULL,
  arrival  BIGINT     NOT NULL,
  PRIMARY KEY (key_hash)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- What was taken in each part of a window: counts is the number of the last part, since 1970, and 4 bytes for each
-- part, the last first. stale_at is when none of it counts any more, in microseconds since 1970.
CREATE TABLE travel_rate_window (
  key_hash BINARY(32)     NOT NULL,
  counts   VARBINARY(256) NOT NULL,
  stale_at BIGINT         NOT NULL,
  PRIMARY KEY (key_hash)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
