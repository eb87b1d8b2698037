CREATE TABLE IF NOT EXISTS shop_order (
  number INT NOT NULL PRIMARY KEY,
  guests INT NOT NULL,
  state VARCHAR(10) NOT NULL,
  booking CHAR(36)
);
