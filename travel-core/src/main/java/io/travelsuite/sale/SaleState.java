package io.travelsuite.sale;

/** Whether an occurrence is sold at all. */
public enum SaleState {
  /** It can be held, within its terms. */
  ON_SALE,
  /** The operator stopped its sale; holds can still be confirmed. */
  CLOSED,
  /** It will not run; it is never sold again. */
  CANCELLED
}
