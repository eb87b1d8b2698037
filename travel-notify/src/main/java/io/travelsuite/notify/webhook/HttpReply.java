package io.travelsuite.notify.webhook;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.ProtocolException;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The header of an answer (RFC 9112). The content is never read: nothing in it matters, and it may
 * be anything, of any length.
 *
 * @param status its status, 200 to 599
 * @param retryAfter its Retry-After field, or null
 */
record HttpReply(int status, @Nullable String retryAfter) {

  private static final int MOST_BYTES = 16 * 1024;
  private static final int MOST_INTERIM = 5;
  private static final int FIRST_FINAL = 200;
  private static final Pattern STATUS = Pattern.compile("HTTP/1\\.[01] ([1-5][0-9]{2})(?: .*)?");
  private static final String RETRY_AFTER = "retry-after:";

  /** Reads one, past interim answers. */
  static HttpReply read(InputStream in) throws IOException {
    for (int i = 0; i <= MOST_INTERIM; i++) {
      HttpReply reply = readOne(in);
      if (reply.status() >= FIRST_FINAL) {
        return reply;
      }
    }
    throw new ProtocolException("too many interim answers");
  }

  private static HttpReply readOne(InputStream in) throws IOException {
    int left = MOST_BYTES;
    String line = line(in, left);
    Matcher status = STATUS.matcher(line);
    if (!status.matches()) {
      throw new ProtocolException("no status line");
    }
    String retryAfter = null;
    while (!line.isEmpty()) {
      left -= line.length() + 2;
      line = line(in, left);
      if (line.toLowerCase(Locale.ROOT).startsWith(RETRY_AFTER)) {
        retryAfter = line.substring(RETRY_AFTER.length()).strip();
      }
    }
    return new HttpReply(Integer.parseInt(status.group(1)), retryAfter);
  }

  private static String line(InputStream in, int most) throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    while (line.size() <= most) {
      int read = in.read();
      if (read < 0) {
        throw new IOException("the answer ended early");
      }
      if (read == '\n') {
        String text = line.toString(ISO_8859_1);
        return text.endsWith("\r") ? text.substring(0, text.length() - 1) : text;
      }
      line.write(read);
    }
    throw new ProtocolException("the header is too long");
  }
}
