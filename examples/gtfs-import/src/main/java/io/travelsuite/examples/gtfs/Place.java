package io.travelsuite.examples.gtfs;

/**
 * Where a row stands.
 *
 * @param file the file's name
 * @param line the row's line in it, from 1, the header and empty lines counted
 */
record Place(String file, long line) {

  private static final int MOST_SHOWN = 60;

  /** What is to be thrown for a field's value that breaks a rule. */
  FeedException wrong(String field, String rule, String value) {
    String shown = value.length() <= MOST_SHOWN ? value : value.substring(0, MOST_SHOWN) + "…";
    return new FeedException(this + ": " + field + " must be " + rule + ", was: \"" + shown + "\"");
  }

  @Override
  public String toString() {
    return file + ", line " + line;
  }
}
