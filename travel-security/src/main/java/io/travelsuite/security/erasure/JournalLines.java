package io.travelsuite.security.erasure;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;

import io.travelsuite.InvalidRequestException;
import io.travelsuite.security.data.DataSubject;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The lines of a journal: {@code 1 time operator/id checksum}, the checksum over that of the line
 * before and this line: one that is altered, taken out or moved is told from one that was broken
 * off at the end. No signature: who may write the file may write it anew.
 */
final class JournalLines {

  private static final String VERSION = "1";
  private static final int CHECK_CHARS = 32;

  /** What the first line's checksum begins with. */
  static final String FIRST = "travelsuite/erasures/1";

  /** The lines, and the checksum and the bytes up to where all of them are whole. */
  record Read(JournalContent content, String check, long whole) {}

  private JournalLines() {}

  static String line(String before, JournalEntry entry) {
    String text = VERSION + " " + entry.at() + " " + entry.subject();
    return text + " " + check(before, text) + "\n";
  }

  static String checkOf(String line) {
    return line.substring(line.lastIndexOf(' ') + 1).strip();
  }

  static Read read(byte[] file) {
    String text = new String(file, ISO_8859_1);
    List<JournalEntry> entries = new ArrayList<>();
    String check = FIRST;
    int from = 0;
    for (int end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', from)) {
      String line = text.substring(from, end);
      JournalEntry entry = entry(check, line);
      if (entry == null) {
        int number = entries.size() + 1;
        throw new JournalException("line " + number + " of the journal was altered", null);
      }
      entries.add(entry);
      check = checkOf(line);
      from = end + 1;
    }
    return new Read(new JournalContent(entries, from < text.length()), check, from);
  }

  /** Null when it is not what was written behind the line before. */
  private static @Nullable JournalEntry entry(String before, String line) {
    String[] words = line.split(" ", -1);
    if (words.length != 4 || !words[0].equals(VERSION)) {
      return null;
    }
    try {
      JournalEntry entry = new JournalEntry(DataSubject.of(words[2]), Instant.parse(words[1]));
      return line(before, entry).equals(line + "\n") ? entry : null;
    } catch (InvalidRequestException | DateTimeException altered) {
      return null;
    }
  }

  private static String check(String before, String text) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update((before + "\n").getBytes(US_ASCII));
      byte[] hash = digest.digest(text.getBytes(US_ASCII));
      return HexFormat.of().formatHex(hash).substring(0, CHECK_CHARS);
    } catch (GeneralSecurityException everyJdkHasIt) {
      throw new IllegalStateException(everyJdkHasIt);
    }
  }
}
