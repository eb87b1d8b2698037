package io.travelsuite.security.readiness;

import java.util.Set;

/**
 * What may be uploaded.
 *
 * @param mostBytes the largest file, 0 for any
 * @param types media types that are let in
 * @param servedInPlace whether files are answered from where they were put, by the same host
 */
public record UploadSetup(long mostBytes, Set<String> types, boolean servedInPlace) {

  /** Copies the collections. */
  public UploadSetup {
    types = Set.copyOf(types);
  }
}
