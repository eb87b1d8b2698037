package io.travelsuite.security.tls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.travelsuite.secret.Secret;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Certificates and keys as tools write them, and what cannot be used. */
class ServerCertificateTest {

  private static final String PASSWORD = "changeit";

  @TempDir private Path folder;

  private Path store(String name, String algorithm) throws Exception {
    Path file = folder.resolve(name + ".p12");
    String keytool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
    List<String> command = new ArrayList<>(List.of(keytool, "-J-XX:TieredStopAtLevel=1"));
    String options =
        "-genkeypair %s -alias server -dname CN=%s -validity 30 -storetype PKCS12 -storepass %s"
            + " -keystore";
    command.addAll(List.of(options.formatted(algorithm, name, PASSWORD).split(" ", -1)));
    command.add(file.toString());
    assertThat(new ProcessBuilder(command).inheritIO().start().waitFor()).isZero();
    return file;
  }

  private Path pem(Path store, String kind) throws Exception {
    KeyStore keys = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(store)) {
      keys.load(in, PASSWORD.toCharArray());
    }
    byte[] bytes =
        kind.equals("CERTIFICATE")
            ? keys.getCertificate("server").getEncoded()
            : keys.getKey("server", PASSWORD.toCharArray()).getEncoded();
    Path file = folder.resolve(store.getFileName() + "." + kind.replace(' ', '-'));
    String text = Base64.getMimeEncoder().encodeToString(bytes);
    Files.writeString(
        file, "-----BEGIN %1$s-----%n%2$s%n-----END %1$s-----%n".formatted(kind, text));
    return file;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"-keyalg RSA -keysize 2048", "-keyalg EC -groupname secp256r1", "-keyalg Ed25519"})
  void what_tools_write_is_read_in_either_form(String algorithm) throws Exception {
    Path store = store("good", algorithm);
    ServerCertificate.Loaded binary = ServerCertificate.pkcs12(store, Secret.of(PASSWORD)).load();
    ServerCertificate.Loaded text =
        ServerCertificate.pem(pem(store, "CERTIFICATE"), pem(store, "PRIVATE KEY")).load();
    assertThat(text.certificate()).isEqualTo(binary.certificate());
    char[] inMemory = ServerCertificate.IN_MEMORY.toCharArray();
    assertThat(text.keyStore().getKey("server", inMemory))
        .isEqualTo(binary.keyStore().getKey("server", inMemory));
  }

  @Test
  void a_change_is_seen_and_so_is_a_file_that_is_gone() throws Exception {
    Path store = store("seen", "-keyalg EC -groupname secp256r1");
    ServerCertificate files = ServerCertificate.pkcs12(store, Secret.of(PASSWORD));
    String before = files.stamp();
    assertThat(files.stamp()).isEqualTo(before);
    Files.write(store, new byte[] {1});
    String changed = files.stamp();
    Files.delete(store);
    assertThat(changed).isNotEqualTo(before);
    assertThat(files.stamp()).isNotEqualTo(changed);
  }

  @Test
  void a_key_of_another_certificate_is_refused_as_while_a_pair_is_being_replaced()
      throws Exception {
    Path one = store("one", "-keyalg EC -groupname secp256r1");
    Path two = store("two", "-keyalg EC -groupname secp256r1");
    ServerCertificate mixed =
        ServerCertificate.pem(pem(one, "CERTIFICATE"), pem(two, "PRIVATE KEY"));
    assertThatThrownBy(mixed::load)
        .isInstanceOf(UnusableCertificateException.class)
        .hasMessageContaining("not that of the certificate");
  }

  @Test
  void what_cannot_be_used_is_named_by_its_file_and_nothing_of_it_is_told() throws Exception {
    Path store = store("hidden", "-keyalg EC -groupname secp256r1");
    Path chain = pem(store, "CERTIFICATE");
    Path key = pem(store, "PRIVATE KEY");
    Path secret = folder.resolve("secret.pem");
    Files.writeString(
        secret, "-----BEGIN PRIVATE KEY-----\naHVudGVyMg==\n-----END PRIVATE KEY-----\n");
    Path old = folder.resolve("old.pem");
    Files.writeString(old, "-----BEGIN RSA PRIVATE KEY-----\naHVudGVyMg==\n");
    for (ServerCertificate bad :
        List.of(
            ServerCertificate.pem(chain, secret),
            ServerCertificate.pem(chain, old),
            ServerCertificate.pem(key, key),
            ServerCertificate.pem(chain, folder.resolve("missing.pem")),
            ServerCertificate.pkcs12(store, Secret.of("another")),
            ServerCertificate.pkcs12(chain, Secret.of(PASSWORD)))) {
      assertThatThrownBy(bad::load)
          .isInstanceOf(UnusableCertificateException.class)
          .hasMessageNotContaining("aHVudGVyMg")
          .hasMessageNotContaining(PASSWORD);
    }
  }
}
