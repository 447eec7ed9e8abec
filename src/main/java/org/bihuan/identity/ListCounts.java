package org.bihuan.identity;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.bihuan.engine.guard.AskedLists;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.task.Task;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/**
 * How much waits in each list of Tasklist for whoever asks: of the lists that he may read, by the very question that the list itself asks
 * ({@link TaskLists}), so that a number and the list behind it cannot differ.
 */
@Component
public class ListCounts {

	private final FilterService filters;
	private final AskedLists lists;

	ListCounts(@Lazy FilterService filters, AskedLists lists) {
		this.filters = filters;
		this.lists = lists;
	}

	/**
	 * One list.
	 *
	 * @param light {@code red} for what is past its day, {@code yellow} for what is due soon; empty for the others, and where nothing is in it
	 * @param filterId by which Tasklist shows it
	 */
	public record Counted(String title, String description, String light, String filterId, long count) {
	}

	/** Those of the account that acts, in Tasklist's order; what is others' or made by administrators, who may read all, is left out. */
	public List<Counted> of(Reader reader) {
		Map<Object, Filter> readable = filters.createFilterQuery().list().stream()
				.filter(one -> one.getProperties() != null && one.getProperties().get(AskedLists.PROPERTY) != null)
				.collect(Collectors.toMap(one -> one.getProperties().get(AskedLists.PROPERTY), Function.identity(), (one, same) -> one));
		return Stream.of(TaskList.values()).filter(list -> readable.containsKey(list.name()) && list.isOf(reader)).map(list -> {
			long count = lists.asked(list.name(), reader.id()).count();
			return new Counted(list.title(), list.description(), count == 0 ? "" : list.light(), readable.get(list.name()).getId(), count);
		}).toList();
	}

	/** The first tasks that the account that acts can answer now, the nearest day first. */
	public List<Task> nearest(Reader reader, int most) {
		return lists.asked(TaskList.MINE.name(), reader.id()).orderByDueDate().asc().listPage(0, most);
	}
}
