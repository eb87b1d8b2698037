package io.travelsuite.examples.replay;

/** The rooms of each hotel, the same every night. */
record Capacities(int resort, int city) {

  int of(Hotel hotel) {
    return hotel == Hotel.RESORT ? resort : city;
  }
}
