package io.travelsuite.examples.replay;

/**
 * The rooms of one night of a hotel.
 *
 * @param taken rooms taken now
 * @param peak the most that were ever taken
 * @param refused requests that were refused because this night was full
 */
record Night(int taken, int peak, int refused) {

  static final Night EMPTY = new Night(0, 0, 0);

  Night taking() {
    return new Night(taken + 1, Math.max(peak, taken + 1), refused);
  }

  Night givingBack() {
    return new Night(taken - 1, peak, refused);
  }

  Night refusing() {
    return new Night(taken, peak, refused + 1);
  }
}
