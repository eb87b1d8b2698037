package io.travelsuite.security.tls;

import io.travelsuite.secret.Secret;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Where a server's certificate and its key are: PEM files, as Let's Encrypt's clients write them,
 * or a PKCS #12 file. They are read at {@link #load()}; {@link #stamp()} tells whether they have
 * changed since, so that a server takes up a renewed certificate without a restart:
 *
 * <pre>{@code
 * ServerCertificate files = ServerCertificate.pem(Path.of("fullchain.pem"), Path.of("privkey.pem"));
 * String seen = files.stamp();
 * KeyStore shown = files.load().keyStore();
 * // from a timer: if (!files.stamp().equals(seen)) load again, and keep what is shown if that fails
 * }</pre>
 *
 * <p>Immutable; safe for use by many threads; starts no thread.
 */
public final class ServerCertificate {

  /** The password of {@link Loaded#keyStore}, which is in memory only and guards nothing. */
  public static final String IN_MEMORY = "in-memory";

  private static final int MOST_BYTES = 1 << 20;

  private final List<Path> files;
  private final Reader reader;

  private ServerCertificate(List<Path> files, Reader reader) {
    this.files = files;
    this.reader = reader;
  }

  /** How the files are read. */
  private interface Reader {
    Loaded read() throws IOException, GeneralSecurityException;
  }

  /**
   * What was read.
   *
   * @param keyStore the key with its chain, under {@link #IN_MEMORY} as password
   * @param certificate the first of the chain: the server's own
   */
  public record Loaded(KeyStore keyStore, X509Certificate certificate) {}

  /**
   * {@return files in PEM}
   *
   * @param chain the server's certificate, and those of the authorities up to the root's behind it
   * @param key its key, in PKCS #8 ({@code BEGIN PRIVATE KEY}), without a password: RSA, EC or
   *     Ed25519
   */
  public static ServerCertificate pem(Path chain, Path key) {
    return new ServerCertificate(
        List.of(chain, key), () -> Pem.read(bytes(chain), new String(bytes(key), Pem.ASCII)));
  }

  /**
   * {@return a PKCS #12 file, of whose entries the first with a key counts}
   *
   * @param file {@code .p12} or {@code .pfx}
   * @param password of the file and the key
   */
  public static ServerCertificate pkcs12(Path file, Secret password) {
    return new ServerCertificate(List.of(file), () -> entry(file, password));
  }

  /**
   * Reads the files.
   *
   * @return certificate and key, which belong together
   * @throws UnusableCertificateException if a file can't be read or is none of that form, or the
   *     key is another certificate's
   */
  public Loaded load() {
    try {
      return reader.read();
    } catch (UnusableCertificateException known) {
      throw known;
    } catch (IOException | GeneralSecurityException | RuntimeException hidden) {
      // what a parser says of it may repeat what it read
      String names =
          files.stream().map(file -> "" + file.getFileName()).collect(Collectors.joining(", "));
      throw new UnusableCertificateException(names + ": no certificate with its key", null);
    }
  }

  /** {@return a text that is another one when a file has changed, and while one can't be seen} */
  public String stamp() {
    return files.stream().map(ServerCertificate::stamp).collect(Collectors.joining(" "));
  }

  private static String stamp(Path file) {
    try {
      return Files.getLastModifiedTime(file) + ":" + Files.size(file);
    } catch (IOException gone) {
      return "gone";
    }
  }

  private static byte[] bytes(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return in.readNBytes(MOST_BYTES);
    } catch (IOException e) {
      throw new UnusableCertificateException(file.getFileName() + " can't be read", null);
    }
  }

  private static Loaded entry(Path file, Secret password)
      throws IOException, GeneralSecurityException {
    KeyStore store = KeyStore.getInstance("PKCS12");
    char[] characters = password.text().toCharArray();
    try (InputStream in = new ByteArrayInputStream(bytes(file))) {
      store.load(in, characters);
    } catch (IOException e) {
      throw new UnusableCertificateException(
          file.getFileName() + " is no PKCS #12 file, or its password is another", null);
    }
    for (String alias : Collections.list(store.aliases())) {
      if (store.getKey(alias, characters) instanceof PrivateKey key) {
        return loaded(key, store.getCertificateChain(alias));
      }
    }
    throw new UnusableCertificateException(file.getFileName() + " holds no key", null);
  }

  static Loaded loaded(PrivateKey key, Certificate... chain)
      throws IOException, GeneralSecurityException {
    X509Certificate own = (X509Certificate) chain[0];
    if (!KeyPairs.belongTogether(key, own.getPublicKey())) {
      throw new UnusableCertificateException("the key is not that of the certificate", null);
    }
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(null, null);
    store.setKeyEntry("server", key, IN_MEMORY.toCharArray(), chain);
    return new Loaded(store, own);
  }
}
