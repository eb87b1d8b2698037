package io.travelsuite.style;

import com.sun.source.tree.ImportTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreeScanner;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** What must agree across JVMs is judged by the database's clock: no other may be read. */
final class ClockRules extends TreeScanner<Void, List<String>> {

  private static final Set<String> MAY_READ_A_CLOCK = Set.of("io.travelsuite.jdbc.DatabaseClock");

  private static final Pattern CLOCK =
      Pattern.compile(
          "(java\\.time\\.)?(Instant|Local(Date|Time|DateTime)|(Zoned|Offset)DateTime|OffsetTime"
              + "|Year|YearMonth|MonthDay)\\.now"
              + "|(java\\.time\\.)?Clock\\.(system|tick)\\w*"
              + "|(java\\.lang\\.)?System\\.currentTimeMillis");

  private static final Pattern DATE = Pattern.compile("(java\\.util\\.)?Date");

  private final ParsedSource source;

  private ClockRules(ParsedSource source) {
    this.source = source;
  }

  static List<String> violations(ParsedSource source) {
    List<String> violations = new ArrayList<>();
    if (source.file().isMain() && MAY_READ_A_CLOCK.stream().noneMatch(source.file()::holds)) {
      new ClockRules(source).scan(source.tree(), violations);
    }
    return violations;
  }

  private void check(Tree where, String call, List<String> violations) {
    if (CLOCK.matcher(call).matches()) {
      violations.add(source.violation(where, call + " reads this machine's clock"));
    }
  }

  /** A clock that was handed in is no clock of this machine's: {@code Instant.now(clock)}. */
  @Override
  public Void visitMethodInvocation(MethodInvocationTree node, List<String> violations) {
    if (node.getArguments().stream().noneMatch(a -> a.toString().matches("(?i).*clock(\\(\\))?"))) {
      check(node, node.getMethodSelect().toString(), violations);
    }
    return super.visitMethodInvocation(node, violations);
  }

  @Override
  public Void visitMemberReference(MemberReferenceTree node, List<String> violations) {
    check(node, node.getQualifierExpression() + "." + node.getName(), violations);
    return super.visitMemberReference(node, violations);
  }

  @Override
  public Void visitImport(ImportTree node, List<String> violations) {
    if (node.isStatic()) {
      check(node, node.getQualifiedIdentifier().toString(), violations);
    }
    return super.visitImport(node, violations);
  }

  @Override
  public Void visitNewClass(NewClassTree node, List<String> violations) {
    if (node.getArguments().isEmpty() && DATE.matcher(node.getIdentifier().toString()).matches()) {
      violations.add(source.violation(node, "new Date() reads this machine's clock"));
    }
    return super.visitNewClass(node, violations);
  }
}
