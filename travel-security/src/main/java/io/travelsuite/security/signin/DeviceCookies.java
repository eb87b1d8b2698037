package io.travelsuite.security.signin;

import io.travelsuite.secret.Secret;
import io.travelsuite.security.key.Signer;
import io.travelsuite.security.role.SubjectId;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Device cookies: a device by chance, signed for one subject. Nothing is kept here. */
final class DeviceCookies {

  private static final int BYTES = 16;
  private static final int CHARACTERS = 22;
  private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]{22}\\.[A-Za-z0-9_-]{43}");

  private final Signer signer;
  private final SecureRandom random = new SecureRandom();

  DeviceCookies(Signer signer) {
    this.signer = signer;
  }

  /** For a device of before, or a new one; signed by the current key. */
  Secret issue(SubjectId subject, Optional<String> before) {
    String device = before.orElseGet(this::newDevice);
    return Secret.of(device + "." + text(signer.sign(bytes(device), bytes(subject.value()))));
  }

  private String newDevice() {
    byte[] bytes = new byte[BYTES];
    random.nextBytes(bytes);
    return text(bytes);
  }

  /** The device, if the cookie was signed for that subject. */
  Optional<String> device(@Nullable String cookie, SubjectId subject) {
    if (cookie == null || !FORM.matcher(cookie).matches()) {
      return Optional.empty();
    }
    String device = cookie.substring(0, CHARACTERS);
    byte[] signature = Base64.getUrlDecoder().decode(cookie.substring(CHARACTERS + 1));
    boolean ours = signer.verify(signature, bytes(device), bytes(subject.value()));
    return ours ? Optional.of(device) : Optional.empty();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static String text(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
