package org.bihuan.model;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a model writes in {@code ${…}}, taken apart: names, calls of beans, comparisons. Nothing is evaluated. */
public sealed interface Expression {

	/** A variable or a bean. */
	record Name(String name) implements Expression {
	}

	/** A text, number, {@code true}, {@code null}. */
	record Literal(Object value) implements Expression {
	}

	/** {@code base.name}. */
	record Get(Expression base, String name) implements Expression {
	}

	/** {@code base.method(arguments)}. */
	record Call(Expression base, String method, List<Expression> arguments) implements Expression {
	}

	/** An operator with what it stands between, or before. */
	record Operation(String operator, List<Expression> operands) implements Expression {
	}

	/** Where an expression is not as it has to be. */
	final class Wrong extends Exception {

		private static final long serialVersionUID = 1L;

		Wrong(String what) {
			super(what);
		}
	}

	/** Every {@code ${…}} of a text; also one that does not end. */
	Pattern IN_TEXT = Pattern.compile("[$#]\\{(?:'(?:[^'\\\\]|\\\\.)*'|\"(?:[^\"\\\\]|\\\\.)*\"|[^}'\"])*}?");

	/** The expressions of a text, with their signs. */
	static List<String> in(String text) {
		return IN_TEXT.matcher(text).results().map(java.util.regex.MatchResult::group).toList();
	}

	/**
	 * @param written with its signs, {@code ${a == 'b'}}
	 * @throws Wrong with the reason in Chinese, without the full stop
	 */
	static Expression parse(String written) throws Wrong {
		String text = written.strip();
		if (!text.matches("(?s)[$#]\\{.*}")) {
			throw new Wrong("没有以 } 结束");
		}
		return new Parser(text.substring(2, text.length() - 1)).whole();
	}

	/** This and everything within. */
	default void visit(Consumer<Expression> each) {
		each.accept(this);
		if (this instanceof Get get) {
			get.base().visit(each);
		}
		else if (this instanceof Call call) {
			call.base().visit(each);
			call.arguments().forEach(one -> one.visit(each));
		}
		else if (this instanceof Operation operation) {
			operation.operands().forEach(one -> one.visit(each));
		}
	}

	/** The names in it, whatever they are. */
	default Set<String> names() {
		Set<String> names = new LinkedHashSet<>();
		visit(one -> {
			if (one instanceof Name name) {
				names.add(name.name());
			}
		});
		return names;
	}

	/** The variable that is compared with a text, and the text: {@code v == 'pass'}; null where this is no such comparison. */
	default Map.Entry<String, String> equality() {
		if (this instanceof Operation operation && operation.operator().equals("==")) {
			Expression left = operation.operands().get(0);
			Expression right = operation.operands().get(1);
			if (left instanceof Name name && right instanceof Literal literal && literal.value() instanceof String text) {
				return Map.entry(name.name(), text);
			}
			if (right instanceof Name name && left instanceof Literal literal && literal.value() instanceof String text) {
				return Map.entry(name.name(), text);
			}
		}
		return null;
	}

	/** From the loosest to the tightest, as JUEL reads it. */
	final class Parser {

		private static final Pattern TOKEN = Pattern
				.compile("\\s*(?:('(?:[^'\\\\]|\\\\.)*'|\"(?:[^\"\\\\]|\\\\.)*\")|(\\d+(?:\\.\\d+)?)|([A-Za-z_$][\\w$]*)"
						+ "|(==|!=|<=|>=|&&|\\|\\||[-+*/%<>!?:().,\\[\\]]))");
		private static final Map<String, String> WORDS = Map.ofEntries(Map.entry("eq", "=="), Map.entry("ne", "!="), Map.entry("lt", "<"),
				Map.entry("gt", ">"), Map.entry("le", "<="), Map.entry("ge", ">="), Map.entry("and", "&&"), Map.entry("or", "||"),
				Map.entry("not", "!"), Map.entry("div", "/"), Map.entry("mod", "%"), Map.entry("empty", "empty"));
		private static final List<Set<String>> LEVELS = List.of(Set.of("||"), Set.of("&&"), Set.of("==", "!="), Set.of("<", ">", "<=", ">="),
				Set.of("+", "-"), Set.of("*", "/", "%"));

		private static final int DEEPEST = 40;

		private final List<String> tokens = new ArrayList<>();
		private int at;
		private int depth;

		private Parser(String text) throws Wrong {
			Matcher token = TOKEN.matcher(text);
			int end = 0;
			while (end < text.length() && token.find(end) && token.start() == end) {
				String word = token.group(3);
				tokens.add(word != null && WORDS.containsKey(word) ? WORDS.get(word) : token.group().strip());
				end = token.end();
			}
			String rest = text.substring(end).strip();
			if (!rest.isEmpty()) {
				throw new Wrong(rest.startsWith("=") ? "比较两个值要写两个等号 ==" : "从“" + rest + "”起无法读懂");
			}
			if (tokens.isEmpty()) {
				throw new Wrong("里面是空的");
			}
		}

		private Expression whole() throws Wrong {
			Expression whole = ternary();
			if (at < tokens.size()) {
				throw new Wrong("“" + tokens.get(at) + "”之前少了运算符，或者多写了");
			}
			return whole;
		}

		private String peek() {
			return at < tokens.size() ? tokens.get(at) : "";
		}

		private String next() throws Wrong {
			if (at == tokens.size()) {
				throw new Wrong("没有写完");
			}
			return tokens.get(at++);
		}

		private void expect(String token) throws Wrong {
			if (!next().equals(token)) {
				throw new Wrong("缺少“" + token + "”");
			}
		}

		private Expression ternary() throws Wrong {
			depth++;
			if (depth > DEEPEST) {
				throw new Wrong("一层套一层超过了 " + DEEPEST + " 层");
			}
			Expression read = choice();
			depth--;
			return read;
		}

		private Expression choice() throws Wrong {
			Expression condition = binary(0);
			if (!peek().equals("?")) {
				return condition;
			}
			next();
			Expression yes = ternary();
			expect(":");
			return new Operation("?", List.of(condition, yes, ternary()));
		}

		private Expression binary(int level) throws Wrong {
			if (level == LEVELS.size()) {
				return unary();
			}
			Expression left = binary(level + 1);
			while (LEVELS.get(level).contains(peek())) {
				left = new Operation(next(), List.of(left, binary(level + 1)));
			}
			return left;
		}

		private Expression unary() throws Wrong {
			if (Set.of("!", "-", "empty").contains(peek())) {
				depth++;
				if (depth > DEEPEST) {
					throw new Wrong("一层套一层超过了 " + DEEPEST + " 层");
				}
				Expression read = new Operation(next(), List.of(unary()));
				depth--;
				return read;
			}
			Expression value = primary();
			while (peek().equals(".")) {
				next();
				String member = next();
				if (!member.matches("[A-Za-z_$][\\w$]*")) {
					throw new Wrong("“.”后面应是方法或属性的名称");
				}
				value = peek().equals("(") ? new Call(value, member, arguments()) : new Get(value, member);
			}
			return value;
		}

		private List<Expression> arguments() throws Wrong {
			List<Expression> arguments = new ArrayList<>();
			expect("(");
			if (peek().equals(")")) {
				next();
				return arguments;
			}
			arguments.add(ternary());
			while (peek().equals(",")) {
				next();
				arguments.add(ternary());
			}
			expect(")");
			return arguments;
		}

		private Expression primary() throws Wrong {
			String token = next();
			if (token.equals("(")) {
				Expression inner = ternary();
				expect(")");
				return inner;
			}
			if (token.startsWith("'") || token.startsWith("\"")) {
				return new Literal(token.substring(1, token.length() - 1));
			}
			if (token.matches("\\d.*")) {
				return new Literal(Double.valueOf(token));
			}
			if (Set.of("true", "false").contains(token)) {
				return new Literal(Boolean.valueOf(token));
			}
			if (token.equals("null")) {
				return new Literal("null");
			}
			if (!token.matches("[A-Za-z_$][\\w$]*")) {
				throw new Wrong("“" + token + "”的位置不对");
			}
			return new Name(token);
		}
	}
}
