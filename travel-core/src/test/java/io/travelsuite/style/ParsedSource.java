package io.travelsuite.style;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** A source as the compiler reads it, without looking up what its names mean. */
record ParsedSource(SourceFile file, CompilationUnitTree tree, SourcePositions positions) {

  static List<ParsedSource> parse(List<SourceFile> files) throws IOException {
    Map<URI, SourceFile> byUri =
        files.stream().collect(Collectors.toMap(ParsedSource::uri, file -> file));
    List<Input> inputs = files.stream().map(Input::new).toList();
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    JavacTask task =
        (JavacTask) compiler.getTask(null, null, null, List.of("-proc:none"), null, inputs);
    SourcePositions positions = Trees.instance(task).getSourcePositions();
    return StreamSupport.stream(task.parse().spliterator(), false)
        .map(tree -> new ParsedSource(byUri.get(tree.getSourceFile().toUri()), tree, positions))
        .toList();
  }

  private static URI uri(SourceFile file) {
    return URI.create("source:///" + file.path());
  }

  long start(Tree part) {
    return positions.getStartPosition(tree, part);
  }

  long end(Tree part) {
    return positions.getEndPosition(tree, part);
  }

  long line(long position) {
    return tree.getLineMap().getLineNumber(position);
  }

  /** What is wrong, and where. */
  String violation(long line, String what) {
    return file.path() + ":" + line + " " + what;
  }

  String violation(Tree where, String what) {
    return violation(line(start(where)), what);
  }

  /** The first position from this one on that is no white space. */
  long skipSpace(long position) {
    long next = position;
    while (Character.isWhitespace(file.text().charAt((int) next))) {
      next++;
    }
    return next;
  }

  private static final class Input extends SimpleJavaFileObject {

    private final SourceFile file;

    Input(SourceFile file) {
      super(uri(file), JavaFileObject.Kind.SOURCE);
      this.file = file;
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
      return file.text();
    }
  }
}
