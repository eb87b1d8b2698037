package io.travelsuite.security.backup;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.travelsuite.security.data.KeyEncryption;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Backups in a folder: of each a sealed file and its manifest, which is written last, so that a
 * backup that broke off is none.
 *
 * <p>A file is a header (the backup's key, wrapped by a key that encrypts keys, and a salt) and
 * chunks of 64 KiB by AES-256-GCM; nothing is ever written in the clear. The folder needs no
 * secrecy, but whoever may delete in it may delete backups: keep copies elsewhere. Streams hold two
 * chunks in memory, whatever a backup's size.
 *
 * <p>Thread-safe; of two processes that back up into one folder in the same millisecond one fails.
 */
public final class BackupFolder {

  static final String SEALED = ".backup";
  static final String MANIFEST = ".manifest";
  static final String RESTORED = "last.restored";

  private static final Pattern NAME = Pattern.compile("[0-9]{8}T[0-9]{9}Z");
  private static final long MOST_MANIFEST = 4 << 20;

  private final Path folder;
  private final KeyEncryption keys;
  private final InstantSource clock;

  private BackupFolder(Path folder, KeyEncryption keys, InstantSource clock) {
    this.folder = folder;
    this.keys = keys;
    this.clock = clock;
  }

  /**
   * {@return the backups of a folder}
   *
   * @param folder an existing one
   * @param keys what wraps the key of each backup: not kept in this folder, and not lost with the
   *     database either
   * @param clock what time it is
   */
  public static BackupFolder of(Path folder, KeyEncryption keys, InstantSource clock) {
    return new BackupFolder(folder, keys, clock);
  }

  /**
   * Begins a backup.
   *
   * @return where its dump is written; nothing is there until it is {@linkplain NewBackup#finish
   *     finished}
   * @throws BackupException if the folder can't be written
   */
  public NewBackup begin() {
    Instant now = clock.instant();
    String name = Names.of(now);
    try {
      return new NewBackup(folder, name, now, BackupKey.make(keys));
    } catch (IOException failure) {
      throw BackupException.failed("the folder of backups can't be written", failure);
    }
  }

  /**
   * {@return the manifests of all backups, the newest first}
   *
   * @throws BackupException if one can't be read, or was altered
   */
  public List<BackupManifest> list() {
    return names().stream().map(this::manifest).toList();
  }

  /** {@return the names of all backups, the newest first; a name tells its time} */
  public List<String> names() {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(file -> String.valueOf(file.getFileName()))
          .filter(name -> name.endsWith(MANIFEST))
          .map(name -> name.substring(0, name.length() - MANIFEST.length()))
          .filter(NAME.asMatchPredicate())
          .sorted(Comparator.reverseOrder())
          .toList();
    } catch (IOException failure) {
      throw BackupException.failed("the folder of backups can't be read", failure);
    }
  }

  /**
   * {@return a backup's manifest}
   *
   * @param name of the backup
   * @throws BackupException if there is none, or it was altered, or is another backup's
   */
  public BackupManifest manifest(String name) {
    BackupManifest manifest = ManifestJson.read(signed(path(name, MANIFEST), "manifest"));
    if (!manifest.name().equals(name)) {
      throw BackupException.refused("the manifest is another backup's");
    }
    return manifest;
  }

  /**
   * Reads all of a backup, and compares it with its manifest.
   *
   * @param name of the backup
   * @return its manifest
   * @throws BackupException if anything of it is not what was written
   * @throws io.travelsuite.security.data.KeyUnavailableException if its key can't be unwrapped
   */
  public BackupManifest check(String name) {
    BackupManifest manifest = manifest(name);
    try (InputStream file = Files.newInputStream(path(name, SEALED))) {
      same("file", manifest.file(), Summing.of(file));
    } catch (IOException failure) {
      throw BackupException.failed("the backup " + name + " can't be read", failure);
    }
    try (InputStream dump = open(name)) {
      same("dump", manifest.dump(), Summing.of(dump));
    } catch (IOException failure) {
      throw BackupException.failed("the backup " + name + " can't be read", failure);
    }
    return manifest;
  }

  private static void same(String what, StreamSum expected, StreamSum found) {
    if (!expected.equals(found)) {
      throw BackupException.refused("the " + what + " is not the one of the manifest");
    }
  }

  /**
   * Opens a backup's dump. What is read is what was sealed, up to where reading stops: {@link
   * #check} it first, since one that is cut off is noticed at its end only.
   *
   * @param name of the backup
   * @return the dump, to be closed
   * @throws BackupException if it can't be read; reading throws it too, where the backup is altered
   * @throws io.travelsuite.security.data.KeyUnavailableException if its key can't be unwrapped
   */
  public InputStream open(String name) {
    try {
      InputStream file = new BufferedInputStream(Files.newInputStream(path(name, SEALED)));
      try {
        return OpeningInput.of(file, keys);
      } catch (IOException | RuntimeException e) {
        file.close();
        throw e;
      }
    } catch (IOException failure) {
      throw BackupException.failed("the backup " + name + " can't be read", failure);
    }
  }

  /**
   * Writes down that a backup was restored and verified now.
   *
   * @param name of the backup
   */
  public void restored(String name) {
    ObjectNode json = SignedJson.JSON.createObjectNode();
    json.put("name", name).put("at", clock.instant().toString());
    String text = SignedJson.write(BackupKey.make(keys), "restore", json);
    try {
      Path part = folder.resolve(RESTORED + NewBackup.PART);
      Files.writeString(part, text);
      NewBackup.publish(part, folder.resolve(RESTORED));
    } catch (IOException failure) {
      throw BackupException.failed("the folder of backups can't be written", failure);
    }
  }

  /** {@return when a backup of this folder was last restored and verified} */
  public Optional<Instant> lastRestored() {
    Path file = folder.resolve(RESTORED);
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    try {
      return Optional.of(Instant.parse(signed(file, "restore").path("at").asText()));
    } catch (DateTimeException otherForm) {
      throw BackupException.refused("the restore of the backup is of another form");
    }
  }

  /**
   * Deletes what need not be kept, the oldest first.
   *
   * @param retention what is kept
   * @return the names of those that were deleted
   */
  public List<String> prune(BackupRetention retention) {
    List<String> names = names();
    Set<String> kept = retention.kept(names);
    List<String> deleted = new ArrayList<>();
    for (int i = names.size() - 1; i >= 0; i--) {
      String name = names.get(i);
      if (!kept.contains(name)) {
        delete(name);
        deleted.add(name);
      }
    }
    return deleted;
  }

  /** The manifest first: without it there is no backup. */
  private void delete(String name) {
    try {
      for (String kind : List.of(MANIFEST, SEALED)) {
        Files.deleteIfExists(path(name, kind));
      }
    } catch (IOException failure) {
      throw BackupException.failed("the backup " + name + " can't be deleted", failure);
    }
  }

  /** How long the sealed file is now; -1 when it is gone. */
  long length(String name) {
    try {
      return Files.size(path(name, SEALED));
    } catch (IOException gone) {
      return -1;
    }
  }

  private JsonNode signed(Path file, String use) {
    try {
      if (Files.size(file) > MOST_MANIFEST) {
        throw BackupException.refused("the " + use + " of the backup is too large");
      }
      return SignedJson.read(Files.readString(file), use, keys);
    } catch (NoSuchFileException none) {
      throw BackupException.failed("there is no backup " + file.getFileName(), none);
    } catch (IOException failure) {
      throw BackupException.failed("the " + use + " of the backup can't be read", failure);
    }
  }

  private Path path(String name, String kind) {
    if (!NAME.matcher(name).matches()) {
      throw BackupException.failed("a backup is named like 20261127T020000000Z", null);
    }
    return folder.resolve(name + kind);
  }
}
