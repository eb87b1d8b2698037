package io.travelsuite.notify.ticket;

import static io.travelsuite.InvalidRequestException.unless;

import io.nayuki.qrcodegen.DataTooLongException;
import io.nayuki.qrcodegen.QrCode;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/**
 * A QR code (ISO/IEC 18004) as a picture: black on white with its quiet zone of four modules, so
 * that it scans from a dark screen too. Error correction M, or better where it costs no room.
 * Immutable.
 */
public final class QrPicture {

  private static final int QUIET = 4;

  private final QrCode code;

  private QrPicture(QrCode code) {
    this.code = code;
  }

  /**
   * {@return the code of a text}
   *
   * @param text at most 3,391 letters of base45 or 2,331 bytes
   */
  public static QrPicture of(String text) {
    try {
      return new QrPicture(QrCode.encodeText(text, QrCode.Ecc.MEDIUM));
    } catch (DataTooLongException e) {
      unless(false, "text", text.length() + " characters", "must fit a QR code");
      throw e;
    }
  }

  /** {@return how many modules it is wide and high, the quiet zone included} */
  public int modules() {
    return code.size + 2 * QUIET;
  }

  /**
   * {@return the code as PNG}
   *
   * @param scale how many pixels a module is wide and high, 1 to 100
   */
  public byte[] png(int scale) {
    unless(scale >= 1 && scale <= 100, "scale", scale, "must be 1 to 100");
    int size = modules() * scale;
    BufferedImage image = new BufferedImage(size, size, BufferedImage.TYPE_BYTE_BINARY);
    int[] row = new int[size];
    for (int y = 0; y < size; y++) {
      for (int x = 0; x < size && y % scale == 0; x++) {
        row[x] = dark(x / scale, y / scale) ? 0 : 1;
      }
      image.getRaster().setSamples(0, y, size, 1, 0, row);
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    // not ImageIO.write on the stream, which may keep a file for it
    try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
      ImageIO.write(image, "png", out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  /**
   * {@return the code as SVG, to be put in a page of one's own}
   *
   * @param title what it is, for those who do not see it
   */
  public String svg(String title) {
    StringBuilder path = new StringBuilder();
    for (int y = 0; y < modules(); y++) {
      for (int x = 0; x < modules(); x++) {
        if (dark(x, y)) {
          int from = x;
          while (dark(x + 1, y)) {
            x++;
          }
          path.append('M').append(from).append(' ').append(y);
          path.append('h').append(x + 1 - from).append("v1H").append(from).append('z');
        }
      }
    }
    return """
    <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %1$d %1$d" role="img" \
    shape-rendering="crispEdges"><title>%2$s</title>\
    <path fill="#fff" d="M0 0h%1$dv%1$dH0z"/><path fill="#000" d="%3$s"/></svg>
    """
        .formatted(modules(), escaped(title), path);
  }

  private boolean dark(int x, int y) {
    return code.getModule(x - QUIET, y - QUIET);
  }

  private static String escaped(String text) {
    StringBuilder escaped = new StringBuilder();
    text.codePoints()
        .filter(
            c -> c == '\t' || (c >= 0x20 && c < 0xd800) || (c > 0xdfff && (c & 0xfffe) != 0xfffe))
        .forEach(
            c -> {
              switch (c) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                default -> escaped.appendCodePoint(c);
              }
            });
    return escaped.toString();
  }
}
