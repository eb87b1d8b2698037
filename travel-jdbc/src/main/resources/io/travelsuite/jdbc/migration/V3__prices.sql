-- What a unit of a product costs. An empty name stands for none: a rule for lines without a fare unit,
-- on any section, for every option, class and channel. The key leads with what is always asked for by
-- equality, so that the rules that may fit are a few short ranges.
CREATE TABLE travel_price (
  product_id   BINARY(16)    NOT NULL,
  from_stop    VARBINARY(32) NOT NULL,
  to_stop      VARBINARY(32) NOT NULL,
  fare_unit    VARBINARY(32) NOT NULL,
  option_label VARBINARY(32) NOT NULL,
  fare_class   VARBINARY(32) NOT NULL,
  channel      VARBINARY(32) NOT NULL,
  first_date   DATE          NOT NULL,
  last_date    DATE          NOT NULL,
  currency     VARBINARY(3)  NOT NULL,
  amount       BIGINT        NOT NULL,
  charges      TEXT          NOT NULL,
  PRIMARY KEY (product_id, from_stop, to_stop, fare_unit, option_label, fare_class, channel, first_date, last_date)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- Either percent, or amount and currency. How often a code may be used and was is a row of
-- travel_counter: the promo's id, pool "#uses", leg 0.
CREATE TABLE travel_promo (
  id          BINARY(16)    NOT NULL,
  operator_id BINARY(16)    NOT NULL,
  code        VARBINARY(64) NOT NULL,
  percent     DECIMAL(5, 2) NULL,
  currency    VARBINARY(3)  NULL,
  amount      BIGINT        NULL,
  first_date  DATE          NOT NULL,
  last_date   DATE          NOT NULL,
  ends_at     DATETIME(6)   NULL,
  PRIMARY KEY (id),
  UNIQUE KEY travel_promo_code (operator_id, code)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
