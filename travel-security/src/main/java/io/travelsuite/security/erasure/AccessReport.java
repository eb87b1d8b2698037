package io.travelsuite.security.erasure;

/**
 * Everything that is kept about a person.
 *
 * @param json one object: {@code subject}, {@code collected_at}, and the records of each place
 *     under its name
 * @param records how many there are
 */
public record AccessReport(String json, int records) {

  /** Shows nothing of the person. */
  @Override
  public String toString() {
    return "AccessReport[" + records + " records]";
  }
}
