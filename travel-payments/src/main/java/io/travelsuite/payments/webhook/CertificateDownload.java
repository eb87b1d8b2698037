package io.travelsuite.payments.webhook;

import io.travelsuite.InvalidRequestException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Semaphore;

/** Downloads certificates of URLs that were judged before: without redirects, bounded in all. */
final class CertificateDownload {

  private static final int MOST_BYTES = 64 * 1024;
  private static final int MOST_AT_ONCE = 2;

  private final Semaphore downloads = new Semaphore(MOST_AT_ONCE);
  private final Duration limit;

  CertificateDownload() {
    this(Duration.ofSeconds(10));
  }

  /** With another limit of the whole download's time. */
  CertificateDownload(Duration limit) {
    this.limit = limit;
  }

  /** The certificates at a URL; none if it does not answer with them in time. */
  List<X509Certificate> certificates(String url) {
    if (!downloads.tryAcquire()) {
      return List.of();
    }
    try {
      return CertificateTrust.parsed(new String(read(url), StandardCharsets.US_ASCII));
    } catch (IOException | InvalidRequestException notToBeHad) {
      return List.of();
    } finally {
      downloads.release();
    }
  }

  private byte[] read(String url) throws IOException {
    long end = System.nanoTime() + limit.toNanos();
    HttpURLConnection connection = (HttpURLConnection) URI.create(url).toURL().openConnection();
    try {
      connection.setInstanceFollowRedirects(false);
      connection.setUseCaches(false);
      connection.setConnectTimeout(millisLeft(end));
      connection.setReadTimeout(millisLeft(end));
      if (connection.getResponseCode() != HttpURLConnection.HTTP_OK) {
        throw new IOException("answered " + connection.getResponseCode());
      }
      try (InputStream in = connection.getInputStream()) {
        return read(in, connection, end);
      }
    } finally {
      connection.disconnect();
    }
  }

  private static byte[] read(InputStream in, HttpURLConnection connection, long end)
      throws IOException {
    ByteArrayOutputStream read = new ByteArrayOutputStream();
    byte[] buffer = new byte[4096];
    for (int length = in.read(buffer); length >= 0; length = in.read(buffer)) {
      read.write(buffer, 0, length);
      if (read.size() > MOST_BYTES) {
        throw new IOException("longer than " + MOST_BYTES + " bytes");
      }
      connection.setReadTimeout(millisLeft(end));
    }
    return read.toByteArray();
  }

  private static int millisLeft(long end) throws IOException {
    long left = Duration.ofNanos(end - System.nanoTime()).toMillis();
    if (left <= 0) {
      throw new IOException("took too long");
    }
    return (int) left;
  }
}
