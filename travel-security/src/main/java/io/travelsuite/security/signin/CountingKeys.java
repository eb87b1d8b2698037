package io.travelsuite.security.signin;

import io.travelsuite.security.role.SubjectId;
import io.travelsuite.security.signin.LoginStore.Counted;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.Normalizer;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** What a try is counted under. Neither names nor addresses are stored, only their SHA-256. */
record CountingKeys(LoginRules rules) {

  private static final Pattern MARKS = Pattern.compile("\\p{M}+");

  /**
   * A known device is counted by itself alone: neither a botnet on its account nor a neighbour at
   * its address can lock it out.
   */
  List<Counted> of(LoginAttempt attempt, Optional<Account> account, Optional<String> device) {
    String whose = account.map(known -> key(known.subject())).orElseGet(() -> unknown(attempt));
    if (device.isPresent()) {
      return List.of(new Counted(hash("device", whose, device.get()), whose, rules.device()));
    }
    String address = attempt.address();
    return List.of(
        new Counted(whose, whose, rules.account()),
        new Counted(hash("address", address), null, rules.address()),
        new Counted(hash("pair", whose, address), whose, rules.pair()));
  }

  static String key(SubjectId subject) {
    return hash("account", subject.value());
  }

  /** As a host's database may fold names: what it takes for one name must not count as two. */
  private static String unknown(LoginAttempt attempt) {
    String parts = Normalizer.normalize(attempt.name().strip(), Normalizer.Form.NFKD);
    return hash("name", MARKS.matcher(parts).replaceAll("").toLowerCase(Locale.ROOT));
  }

  /** Each part after its length, so that none can be moved to its neighbour. */
  private static String hash(String... parts) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      for (String part : parts) {
        byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
        digest.update((bytes.length + ":").getBytes(StandardCharsets.US_ASCII));
        digest.update(bytes);
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException everyPlatformHasIt) {
      throw new IllegalStateException(everyPlatformHasIt);
    }
  }
}
