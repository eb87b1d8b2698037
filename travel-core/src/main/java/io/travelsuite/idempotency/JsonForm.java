package io.travelsuite.idempotency;

/**
 * How results are written and read, by whatever JSON library the host has.
 *
 * @param <T> the result
 */
public interface JsonForm<T> {

  /**
   * {@return a result as text, at most 4,000,000 characters}
   *
   * @param value the result
   */
  String write(T value);

  /**
   * {@return a result from what {@link #write} made of it, maybe in an earlier version of the host}
   *
   * @param json the text
   */
  T read(String json);
}
