package org.bihuan;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.CatchTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.IfTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ModifiersTree;
import com.sun.source.tree.SwitchExpressionTree;
import com.sun.source.tree.SwitchTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreeScanner;
import org.junit.jupiter.api.Test;

/**
 * How the tests themselves are written: each goes one way and accepts one answer, says by a known tag what it needs, and makes do with the common
 * application.
 */
class TestSourcesTest {

	private static final Set<String> TESTS = Set.of("Test", "ParameterizedTest", "RepeatedTest");

	/** What the build's executions choose by. */
	private static final Set<String> TAGS = Set.of("browser", "process", "long", "wide", "sample", "database", "database-again", "h2-again",
			"postgresql");

	/** Each of these makes another application of the common one; see {@link Contexts}. */
	private static final Set<String> OWN_APPLICATION = Set.of("SpringBootTest", "TestPropertySource", "DynamicPropertySource", "ActiveProfiles",
			"ContextConfiguration", "Import", "MockitoBean", "MockitoSpyBean", "TestBean", "DirtiesContext", "AutoConfigureMockMvc");

	private static final Set<String> SEVERAL = Set.of("isIn", "isNotIn", "isBetween", "isStrictlyBetween", "isNotEqualTo", "isGreaterThan",
			"isGreaterThanOrEqualTo", "isLessThan", "isLessThanOrEqualTo", "satisfiesAnyOf", "is", "isNot", "matches");

	private static List<Path> sources() {
		try (Stream<Path> files = Files.walk(Path.of("src", "test", "java"))) {
			return files.filter(file -> file.toString().endsWith(".java")).sorted().toList();
		}
		catch (IOException failed) {
			throw new UncheckedIOException(failed);
		}
	}

	/** What one source does that it should not, each with its class and method. */
	private static final class Faults extends TreeScanner<Void, Boolean> {

		final List<String> branches = new ArrayList<>();
		final List<String> anyCode = new ArrayList<>();
		final Set<String> tags = new TreeSet<>();
		final Set<String> ownApplication = new TreeSet<>();
		private String type;
		private String method;

		@Override
		public Void visitClass(ClassTree one, Boolean inTest) {
			String around = type;
			type = around == null ? one.getSimpleName().toString() : around;
			super.visitClass(one, inTest);
			type = around;
			return null;
		}

		@Override
		public Void visitMethod(MethodTree one, Boolean inTest) {
			String around = method;
			method = one.getName().toString();
			super.visitMethod(one, one.getModifiers().getAnnotations().stream().anyMatch(annotation -> TESTS.contains(name(annotation))));
			method = around;
			return null;
		}

		private static String name(AnnotationTree annotation) {
			String whole = annotation.getAnnotationType().toString();
			return whole.substring(whole.lastIndexOf('.') + 1);
		}

		@Override
		public Void visitModifiers(ModifiersTree modifiers, Boolean inTest) {
			for (AnnotationTree annotation : modifiers.getAnnotations()) {
				if (name(annotation).equals("Tag")) {
					annotation.getArguments().forEach(argument -> tags.add(argument.toString().replaceAll("^.*\"(.*)\"$", "$1")));
				}
				if (OWN_APPLICATION.contains(name(annotation))) {
					ownApplication.add(type);
				}
			}
			return super.visitModifiers(modifiers, inTest);
		}

		private void branch(String kind, Boolean inTest) {
			if (inTest) {
				branches.add(type + "." + method + ": " + kind);
			}
		}

		@Override
		public Void visitIf(IfTree one, Boolean inTest) {
			branch("if", inTest);
			return super.visitIf(one, inTest);
		}

		@Override
		public Void visitSwitch(SwitchTree one, Boolean inTest) {
			branch("switch", inTest);
			return super.visitSwitch(one, inTest);
		}

		@Override
		public Void visitSwitchExpression(SwitchExpressionTree one, Boolean inTest) {
			branch("switch", inTest);
			return super.visitSwitchExpression(one, inTest);
		}

		@Override
		public Void visitConditionalExpression(ConditionalExpressionTree one, Boolean inTest) {
			branch("? :", inTest);
			return super.visitConditionalExpression(one, inTest);
		}

		@Override
		public Void visitCatch(CatchTree one, Boolean inTest) {
			branch("catch", inTest);
			return super.visitCatch(one, inTest);
		}

		/** An assertion on what a status is, anywhere, also in a helper. */
		@Override
		public Void visitMethodInvocation(MethodInvocationTree call, Boolean inTest) {
			if (call.getMethodSelect() instanceof MemberSelectTree select && SEVERAL.contains(select.getIdentifier().toString())
					&& select.getExpression().toString().matches("(?s)(\\w+\\.)*assertThat\\(.*\\.(status|statusCode|getStatus)\\(\\)\\).*")) {
				anyCode.add(type + "." + method + ": " + select.getIdentifier());
			}
			return super.visitMethodInvocation(call, inTest);
		}
	}

	private static Faults in(Iterable<? extends JavaFileObject> files, JavaCompiler compiler) {
		try {
			Faults faults = new Faults();
			for (CompilationUnitTree unit : ((JavacTask) compiler.getTask(null, null, null, null, null, files)).parse()) {
				faults.scan(unit, false);
			}
			return faults;
		}
		catch (IOException failed) {
			throw new UncheckedIOException(failed);
		}
	}

	private static Faults ofAllTests() {
		JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
		return in(compiler.getStandardFileManager(null, null, null).getJavaFileObjectsFromPaths(sources()), compiler);
	}

	private static Faults of(String source) {
		JavaFileObject file = new SimpleJavaFileObject(URI.create("string:///Some.java"), JavaFileObject.Kind.SOURCE) {

			@Override
			public CharSequence getCharContent(boolean ignoreErrors) {
				return source;
			}
		};
		return in(List.of(file), ToolProvider.getSystemJavaCompiler());
	}

	@Test
	void aTestGoesOneWay() {
		assertThat(ofAllTests().branches).as("branches inside a test: it may pass by the way that asserts nothing").isEmpty();
	}

	@Test
	void aTestAcceptsOneStatus() {
		assertThat(ofAllTests().anyCode).as("a status is known, not one of several").isEmpty();
	}

	@Test
	void aTestSaysWhatItNeedsInWordsThatTheBuildKnows() throws IOException {
		assertThat(ofAllTests().tags).isEqualTo(new TreeSet<>(TAGS));
		String build = Files.readString(Path.of("pom.xml"));
		assertThat(build).contains(TAGS);
	}

	@Test
	void theseTestsAloneHaveAnApplicationOfTheirOwn() {
		assertThat(ofAllTests().ownApplication).containsExactly("DirectoryTest", "EngineTest", "LivingTest", "MailTest", "NoExtensionTest",
				"OidcTest",
				"SampleTest",
				"SampleYearTest");
	}

	@Test
	void whatIsForbiddenIsFound() {
		Faults faults = of("""
				@Tag("slow")
				@TestPropertySource
				class Some {
					@Test
					void one() {
						if (a) { }
						int b = a ? 1 : 2;
						try { } catch (Exception e) { }
						run(() -> switch (a) { default -> 1; });
						switch (a) { }
						assertThat(http.get("/x").status()).as("x").isIn(200, 204);
					}
					@RepeatedTest(2)
					void two() {
						org.assertj.core.api.Assertions.assertThat(answer.statusCode()).isBetween(200, 299);
					}
					void helper() {
						if (a) { }
					}
				}""");
		assertThat(faults.branches).containsExactly("Some.one: if", "Some.one: ? :", "Some.one: catch", "Some.one: switch", "Some.one: switch");
		assertThat(faults.anyCode).containsExactly("Some.one: isIn", "Some.two: isBetween");
		assertThat(faults.tags).containsExactly("slow");
		assertThat(faults.ownApplication).containsExactly("Some");
	}
}
