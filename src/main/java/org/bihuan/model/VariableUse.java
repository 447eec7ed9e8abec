package org.bihuan.model;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

import org.bihuan.terms.Variables;
import org.springframework.util.ReflectionUtils;

/**
 * The variables of a case that a bean reads and writes, by its code.
 *
 * @param reads their names
 * @param writes each with the texts that may come into it, among others; a model that compares it with another text waits for ever
 */
public record VariableUse(Set<String> reads, Map<String, Set<String>> writes) {

	private static final Set<String> DECLARED = declared();
	private static final Map<String, VariableUse> OF_BEANS = new ConcurrentHashMap<>();
	private static final String DELEGATE = "Lorg/camunda/bpm/engine/delegate/";
	private static final Set<String> READING = Set.of("getVariable", "getVariableLocal", "hasVariable", "id");

	private static Set<String> declared() {
		Set<String> names = new TreeSet<>();
		for (var field : Variables.class.getDeclaredFields()) {
			if (field.getType() == String.class) {
				names.add(String.valueOf(ReflectionUtils.getField(field, null)));
			}
		}
		return names;
	}

	/** Of no such bean: nothing. */
	public static VariableUse of(String bean) {
		return OF_BEANS.computeIfAbsent(bean, name -> {
			Beans.Found found = Beans.of(name);
			return found == null ? new VariableUse(Set.of(), Map.of()) : read(found);
		});
	}

	private static VariableUse read(Beans.Found bean) {
		Set<String> reads = new TreeSet<>();
		Map<String, Set<String>> writes = new TreeMap<>();
		for (List<BeanCode.Step> method : BeanCode.of(bean, descriptor -> descriptor.contains(DELEGATE))) {
			Deque<String> named = new ArrayDeque<>();
			List<String> texts = new ArrayList<>();
			for (BeanCode.Step step : method) {
				if (step instanceof BeanCode.Word word) {
					texts.add(word.text());
					if (DECLARED.contains(word.text())) {
						named.push(word.text());
					}
				}
				else if (step instanceof BeanCode.Named type) {
					texts.addAll(BeanCode.constants(type.type()));
				}
				else if (step instanceof BeanCode.Called call) {
					texts.addAll(BeanCode.constants(call.owner()));
					if (call.name().startsWith("setVariable") && !named.isEmpty()) {
						writes.computeIfAbsent(named.pop(), none -> new TreeSet<>()).addAll(texts);
					}
					else if (READING.contains(call.name()) && !named.isEmpty()) {
						reads.add(named.pop());
					}
				}
			}
		}
		return new VariableUse(reads, writes);
	}
}
