-- What departs next, whoever sells it. Only those who open, retime and remove occurrences write it.
ALTER TABLE travel_occurrence ADD KEY travel_occurrence_start (starts_at);

-- A row a rule, locked by who generates its reminders.
CREATE TABLE travel_reminder_rule (
  name VARBINARY(32) NOT NULL,
  PRIMARY KEY (name)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- The runs that a rule has looked at: as they were to start, and when to look again.
CREATE TABLE travel_reminder_run (
  occurrence_id BINARY(16)    NOT NULL,
  rule          VARBINARY(32) NOT NULL,
  starts_at     DATETIME(6)   NOT NULL,
  due_at        DATETIME(6)   NOT NULL,
  PRIMARY KEY (occurrence_id, rule),
  KEY travel_reminder_run_past (starts_at)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- Who was reminded of what: about is the occurrence, or the booking itself where its hold expires; moment
-- is when that was to be.
CREATE TABLE travel_reminder (
  booking_id BINARY(16)    NOT NULL,
  rule       VARBINARY(32) NOT NULL,
  about      BINARY(16)    NOT NULL,
  moment     DATETIME(6)   NOT NULL,
  PRIMARY KEY (booking_id, rule, about),
  KEY travel_reminder_past (moment)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
