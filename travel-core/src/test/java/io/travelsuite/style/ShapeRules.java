package io.travelsuite.style;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.PackageTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePathScanner;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import javax.lang.model.element.Modifier;

/** How long a file, a method and its list of parameters may be, and what a name may not be. */
final class ShapeRules extends TreePathScanner<Void, List<String>> {

  private static final int FILE_LINES = 300;
  private static final int METHOD_LINES = 30;
  private static final int PARAMETERS = 4;

  /** As a word of its own: a word in a type's name begins with a capital letter. */
  private static final Pattern VAGUE_TYPE =
      Pattern.compile(".*(Utils?|Utility|Utilities|Impl|Manager|Helper|Base|Common)($|[A-Z0-9].*)");

  private static final Pattern VAGUE_PACKAGE =
      Pattern.compile("(.*\\.)?(utils?|impl|manager|helper|base|common)(\\..*)?");

  private final ParsedSource source;

  private ShapeRules(ParsedSource source) {
    this.source = source;
  }

  static List<String> violations(ParsedSource source) {
    List<String> violations = new ArrayList<>();
    long lines = source.file().text().lines().count();
    if (lines > FILE_LINES) {
      violations.add(source.violation(lines, tooMany(lines, "lines in the file", FILE_LINES)));
    }
    new ShapeRules(source).scan(source.tree(), violations);
    return violations;
  }

  private static String tooMany(long count, String what, int limit) {
    return count + " " + what + ", " + limit + " at most";
  }

  @Override
  public Void visitPackage(PackageTree node, List<String> violations) {
    String name = node.getPackageName().toString();
    if (VAGUE_PACKAGE.matcher(name).matches()) {
      violations.add(source.violation(node, "package " + name + " has a name that says nothing"));
    }
    return super.visitPackage(node, violations);
  }

  @Override
  public Void visitClass(ClassTree node, List<String> violations) {
    String name = node.getSimpleName().toString();
    if (VAGUE_TYPE.matcher(name).matches()) {
      violations.add(source.violation(node, "type " + name + " has a name that says nothing"));
    }
    return super.visitClass(node, violations);
  }

  @Override
  public Void visitMethod(MethodTree node, List<String> violations) {
    long first = source.line(declarationStart(node));
    long lines = source.line(source.end(node)) - first + 1;
    if (lines > METHOD_LINES) {
      String what = tooMany(lines, "lines in " + node.getName(), METHOD_LINES);
      violations.add(source.violation(first, what));
    }
    int parameters = node.getParameters().size();
    if (parameters > PARAMETERS && !isCanonicalConstructor(node)) {
      String what = tooMany(parameters, "parameters of " + node.getName(), PARAMETERS);
      violations.add(source.violation(first, what));
    }
    return super.visitMethod(node, violations);
  }

  /** After the annotations: a table of test cases may be longer than its method. */
  private long declarationStart(MethodTree node) {
    return node.getModifiers().getAnnotations().stream().mapToLong(source::end).max().stream()
        .map(source::skipSpace)
        .findFirst()
        .orElse(source.start(node));
  }

  /** It has the parameters that the record's header has, which may be many. */
  private boolean isCanonicalConstructor(MethodTree node) {
    ClassTree type = (ClassTree) getCurrentPath().getParentPath().getLeaf();
    long components = type.getMembers().stream().filter(ShapeRules::isComponent).count();
    return type.getKind() == Tree.Kind.RECORD
        && node.getReturnType() == null
        && node.getParameters().size() == components;
  }

  private static boolean isComponent(Tree member) {
    return member instanceof VariableTree field
        && !field.getModifiers().getFlags().contains(Modifier.STATIC);
  }
}
