package io.travelsuite.jdbc;

import io.travelsuite.idempotency.Fence;
import io.travelsuite.idempotency.Scope;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/** What a key and its scope are stored as. */
final class ClaimKey {

  private ClaimKey() {}

  /** SHA-256 of the parts, each after its length, so that no two lists are the same bytes. */
  static byte[] of(Scope scope, String key) {
    Fence.checkKey(key);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      for (String part :
          List.of(scope.tenant(), scope.mode().name(), scope.principal(), scope.operation(), key)) {
        out.writeInt(part.length());
        out.writeChars(part);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return Sha256.of(bytes.toByteArray());
  }
}
