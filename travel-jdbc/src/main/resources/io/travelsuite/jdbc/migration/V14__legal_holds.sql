-- What no retention policy takes away. subject_id is null for all persons of the operator, data_class for all
-- classes, until_at until somebody lifts it.
CREATE TABLE travel_legal_hold (
  operator_id BINARY(16)    NOT NULL,
  id          BINARY(16)    NOT NULL,
  subject_id  BINARY(16)    NULL,
  data_class  VARBINARY(32) NULL,
  reason      VARCHAR(200)  NOT NULL,
  until_at    DATETIME(6)   NULL,
  PRIMARY KEY (operator_id, id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- Payments of a booking and events of a payment, for who is erased and who asks what is kept of them.
ALTER TABLE travel_payment ADD KEY travel_payment_booking (booking_id);
ALTER TABLE travel_webhook_event ADD KEY travel_webhook_event_object (object_id(64));
