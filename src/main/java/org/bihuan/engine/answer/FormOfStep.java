package org.bihuan.engine.answer;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.databind.JsonNode;
import org.bihuan.model.BeanCode;
import org.bihuan.model.Beans;
import org.bihuan.model.Findings;
import org.bihuan.model.Flow;
import org.bihuan.model.Form;
import org.bihuan.model.Models;
import org.bihuan.model.VariableUse;
import org.bihuan.terms.Term;
import org.bihuan.terms.Variables;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.util.ClassUtils;

/**
 * A form held against the work behind its step: the fields that the work reads are there, of a kind that it can read, and offer words that it
 * knows; what the form shows of {@code view} is a component of the record that the work declares. Read from the compiled work, so that there is no
 * list to keep.
 */
final class FormOfStep {

	/** What the work asks an {@link Answer} for. */
	private record Asked(Set<String> words, Map<String, Set<String>> kinds, Map<String, Set<String>> vocabularies) {
	}

	private static final Map<String, Asked> ASKED = new ConcurrentHashMap<>();
	private static final Map<Class<?>, Type> VIEWS = new ConcurrentHashMap<>();
	private static final Map<Class<?>, List<Map.Entry<String, Type>>> COMPONENTS = new ConcurrentHashMap<>();
	private static final String ANSWER = org.springframework.asm.Type.getInternalName(Answer.class);
	private static final Map<String, Set<String>> FITTING = Map.of("date", Set.of("datetime"), "list", Set.of("taglist", "checklist"), "rows",
			Set.of("dynamiclist"), "number", Set.of("number"), "yes", Set.of("checkbox", "radio", "select"), "term",
			Set.of("radio", "select", "textfield"), "text", Set.of("textfield", "textarea", "radio", "select", "datetime"));
	private static final Map<String, String> KINDS = Map.of("date", "日期", "list", "多选（Tag list 或 Checkbox group）", "rows", "动态列表", "number", "数字",
			"yes", "勾选或者单选", "term", "单选", "text", "文字、单选或日期");

	/** {@code view.reply.text}; of a row, too: {@code view.rows[1].text}. */
	private static final Pattern NAMED = Pattern.compile("\\bview((?:\\.\\w+(?:\\[[^]]*])?)+)");

	/** {@code for row in view.rows return row.text}. */
	private static final Pattern ROW_BY_ROW = Pattern.compile("\\b(\\w+)\\s+in\\s+view((?:\\.\\w+)+)");

	/** {@code {{#loop view.rows}}{{this.text}}{{/loop}}}. */
	private static final Pattern LOOP = Pattern.compile("\\{\\{#loop\\s+view((?:\\.\\w+)+)\\s*}}(.*?)\\{\\{/loop}}", Pattern.DOTALL);

	private final Models models;
	private final Form form;
	private final String bean;
	private final String step;

	FormOfStep(Models models, Form form, String bean, String step) {
		this.models = models;
		this.form = form;
		this.bean = bean;
		this.step = step;
	}

	void check(Findings findings) {
		Asked asked = ASKED.computeIfAbsent(bean, FormOfStep::asked);
		Form packaged = models.packaged().form(form.id());
		if (packaged != null) {
			for (Form.Field needed : packaged.fields()) {
				if (!needed.key().isEmpty() && asked.words().contains(needed.key())) {
					kept(needed, findings);
				}
			}
		}
		for (Form.Field field : form.fields()) {
			if (!field.key().isEmpty()) {
				readable(asked, field, findings);
				words(asked, field, findings);
			}
		}
		awaited(asked, findings);
		shown(findings);
	}

	/** A way that waits for a choice which the form no longer has is never taken. */
	private void awaited(Asked asked, Findings findings) {
		Set<String> written = VariableUse.of(bean).writes().keySet();
		for (Map.Entry<Flow, Map.Entry<String, String>> one : models.equalities().entrySet()) {
			String variable = one.getValue().getKey();
			String value = one.getValue().getValue();
			if (!written.contains(variable)) {
				continue;
			}
			boolean itsOwn = models.beans().stream().filter(other -> VariableUse.of(other).writes().getOrDefault(variable, Set.of()).contains(value))
					.allMatch(bean::equals);
			List<Form.Field> asking = form.fields().stream()
					.filter(field -> asked.vocabularies().getOrDefault(field.key(), Set.of()).contains(value)).toList();
			if (itsOwn && !asking.isEmpty() && asking.stream()
					.noneMatch(field -> !field.choices().isEmpty() || field.values().isEmpty() || field.values().contains(value))) {
				tell(asking.get(0), "没有选项 " + value + "，而 " + one.getKey().file() + " 里的“" + one.getKey().name() + "”（" + one.getKey().id()
						+ "）要等它，那条路永远走不到。请把选项放回来，或者删去那条路。", findings);
			}
		}
	}

	private void tell(Form.Field field, String what, Findings findings) {
		String label = field.label().isBlank() ? field.node().path("text").asText("").replaceAll("\\s+", " ") : field.label();
		findings.of(form.file(), label.length() > 20 ? label.substring(0, 20) + "…" : label, field.id(), what);
	}

	/** What the work reads is still there, as surely as before. */
	private void kept(Form.Field needed, Findings findings) {
		Form.Field field = form.fields().stream().filter(one -> one.id().equals(needed.id())).findFirst().orElse(null);
		if (field == null) {
			tell(needed, "没有了这一栏（key 是 " + needed.key() + "），“" + step + "”办理时要读它。请把它放回来，名称、字数可以改，key 不能改。", findings);
			return;
		}
		if (needed.required() && !field.required()) {
			tell(field, "这一栏原来必填，“" + step + "”没有它办不成。请重新勾上必填（Required）。", findings);
		}
		if (needed.required() && needed.hide().isEmpty() && !field.hide().isEmpty()) {
			tell(field, "这一栏必须总能填，现在会被隐藏（" + field.hide() + "），“" + step + "”没有它办不成。请删去隐藏条件。", findings);
		}
	}

	private void readable(Asked asked, Form.Field field, Findings findings) {
		List<String> unfit = asked.kinds().getOrDefault(field.key(), Set.of()).stream().filter(kind -> !FITTING.get(kind).contains(field.type()))
				.map(KINDS::get).sorted().toList();
		if (FormRules.SUPPORTED.contains(field.type()) && !unfit.isEmpty()) {
			tell(field, "“" + step + "”要从这一栏读" + String.join("，也读", unfit) + "，现在的类型是 " + field.type() + "，读不出来。请改回来。", findings);
		}
	}

	private void words(Asked asked, Form.Field field, Findings findings) {
		Set<String> known = asked.vocabularies().getOrDefault(field.key(), Set.of());
		if (known.isEmpty()) {
			return;
		}
		field.values().stream().filter(value -> !known.contains(value)).forEach(value -> tell(field,
				"选项的值 " + value + " 本系统不认识，选了就办不下去。可以是：" + String.join("、", new TreeSet<>(known)) + "。名称可以随意改，值不能改。", findings));
	}

	/** What the work asks for, by its code. */
	private static Asked asked(String bean) {
		Set<String> words = new TreeSet<>();
		Map<String, Set<String>> kinds = new TreeMap<>();
		Map<String, Set<String>> vocabularies = new TreeMap<>();
		for (List<BeanCode.Step> method : BeanCode.of(Beans.of(bean), descriptor -> descriptor.contains("L" + ANSWER + ";"))) {
			String last = null;
			String type = null;
			for (BeanCode.Step one : method) {
				if (one instanceof BeanCode.Word word) {
					last = word.text();
					words.add(word.text());
				}
				else if (one instanceof BeanCode.Named named) {
					type = named.type();
				}
				else if (one instanceof BeanCode.Called call && call.owner().equals(ANSWER) && last != null && KINDS.containsKey(call.name())) {
					kinds.computeIfAbsent(last, none -> new TreeSet<>()).add(call.name());
					if (call.name().equals("term") && type != null) {
						vocabularies.computeIfAbsent(last, none -> new TreeSet<>()).addAll(codes(type));
					}
					last = null;
				}
			}
		}
		return new Asked(words, kinds, vocabularies);
	}

	private static Set<String> codes(String type) {
		Object[] constants = ClassUtils.resolveClassName(type.replace('/', '.'), FormOfStep.class.getClassLoader()).getEnumConstants();
		return constants == null ? Set.of() : Stream.of(constants).map(one -> ((Term) one).code()).collect(Collectors.toSet());
	}

	/** What the form names of the view is there. */
	private void shown(Findings findings) {
		Class<?> work = Beans.of(bean).type();
		boolean starts = StartWork.class.isAssignableFrom(work);
		Type view = starts ? null : view(work);
		for (Form.Field field : form.fields()) {
			own(field.node()).forEach(text -> named(text).filter(path -> view == null || at(view, path) == null)
					.forEach(path -> tell(field, starts ? "启动表单还没有内容可以显示，不能用 view" + path + "。请删去。"
							: "用到 view" + path + "，“" + step + "”没有这个内容，显示出来是空的。可用的有：" + available(view) + "。", findings)));
			String choices = field.choices();
			if (view != null && choices.startsWith("=view.") && at(view, choices.substring(5)) != null && !offers(at(view, choices.substring(5)))) {
				tell(field, "选项的表达式 " + choices + " 不是可选的名单（每项要有 label 和 value）。请改用给出名单的，例如 =view.units。", findings);
			}
			if (!text(field).isEmpty()) {
				tell(field, "文字里的 {{" + text(field) + "}} 没有内容可显示，只能写 {{view.名称}}。请改正。", findings);
			}
		}
	}

	private static final Pattern PLACE = Pattern.compile("\\{\\{\\s*([^}]*?)\\s*}}");
	private static final Pattern OTHERWISE = Pattern.compile("i\\[1]|/?#?\\w*if.*|/\\w+|this\\.\\w+|");

	/** A place in a text that shows something else than the view; empty for none. */
	private static String text(Form.Field field) {
		if (!"text".equals(field.type())) {
			return "";
		}
		return PLACE.matcher(LOOP.matcher(field.node().path("text").asText("")).replaceAll("")).results()
				.map(one -> one.group(1))
				.filter(one -> !one.contains(Variables.VIEW + ".") && !OTHERWISE.matcher(one).matches()).findFirst()
				.orElse("");
	}

	/** The method by which a step says what its form shows. */
	private static final Method SHOWN = Stream.of(TaskWork.class.getDeclaredMethods())
			.filter(one -> Modifier.isAbstract(one.getModifiers()) && one.getReturnType() == Record.class).findFirst().orElseThrow();

	/** What the nearest declaration says that it returns. */
	static Type view(Class<?> work) {
		Type known = VIEWS.get(work);
		if (known == null) {
			known = declared(work);
			VIEWS.put(work, known);
		}
		return known;
	}

	private static Type declared(Class<?> work) {
		for (Class<?> at = work; at != null; at = at.getSuperclass()) {
			try {
				return at.getDeclaredMethod(SHOWN.getName(), DelegateTask.class).getReturnType();
			}
			catch (NoSuchMethodException inherited) {
				// declared further up
			}
		}
		throw new IllegalStateException("no view: " + work);
	}

	/** The names of a record with their types, in its order; those of an unwrapped part as its own. A name that it has twice is there twice. */
	static List<Map.Entry<String, Type>> components(Class<?> view) {
		List<Map.Entry<String, Type>> known = COMPONENTS.get(view);
		if (known == null) {
			known = read(view);
			COMPONENTS.put(view, known);
		}
		return known;
	}

	private static List<Map.Entry<String, Type>> read(Class<?> view) {
		return Stream.of(view.getRecordComponents())
				.flatMap(one -> one.getAccessor().isAnnotationPresent(JsonUnwrapped.class) ? components(one.getType()).stream()
						: Stream.of(Map.entry(one.getName(), one.getGenericType())))
				.toList();
	}

	private static String available(Type view) {
		return view instanceof Class<?> type && type.isRecord()
				? components(type).stream().map(Map.Entry::getKey).sorted().collect(Collectors.joining("、"))
				: "";
	}

	/** What stands in the place of a name; null where there is no such. A list is what one of its rows is. */
	static Type at(Type view, String path) {
		Type here = view;
		for (String name : path.substring(1).replaceAll("\\[[^]]*]", "").split("\\.")) {
			Type row = rows(here) == null ? here : rows(here);
			here = row instanceof Class<?> type && type.isRecord()
					? components(type).stream().filter(one -> one.getKey().equals(name)).map(Map.Entry::getValue).findFirst().orElse(null)
					: null;
		}
		return here;
	}

	/** Of what a list is one; null for what is no list. */
	private static Type rows(Type type) {
		return type instanceof ParameterizedType list && list.getRawType() == List.class ? list.getActualTypeArguments()[0] : null;
	}

	static boolean offers(Type list) {
		Type row = list == null ? null : rows(list);
		return row != null && at(row, ".label") == String.class && at(row, ".value") == String.class;
	}

	/** Every string of a form or field. */
	private static Stream<String> strings(JsonNode node) {
		return node.isTextual() ? Stream.of(node.asText()) : StreamSupport.stream(node.spliterator(), false).flatMap(FormOfStep::strings);
	}

	/** Every string of a field, but not of those within it. */
	private static Stream<String> own(JsonNode field) {
		return field.properties().stream().filter(one -> !one.getKey().equals("components")).flatMap(one -> strings(one.getValue()));
	}

	/** What a string names of the view, each with a dot before it; of a row that is gone through what is named of the row. */
	private static Stream<String> named(String text) {
		return Stream.of(NAMED.matcher(text).results().map(found -> found.group(1)),
				ROW_BY_ROW.matcher(text).results().flatMap(loop -> ofRows(loop.group(2), loop.group(1), text)),
				LOOP.matcher(text).results().flatMap(loop -> ofRows(loop.group(1), "this", loop.group(2)))).flatMap(names -> names);
	}

	private static Stream<String> ofRows(String rows, String row, String text) {
		return Pattern.compile("\\b" + row + "((?:\\.\\w+)+)").matcher(text).results().map(named -> rows + named.group(1));
	}
}
