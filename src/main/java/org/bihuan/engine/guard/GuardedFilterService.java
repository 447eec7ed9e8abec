package org.bihuan.engine.guard;

import java.util.List;
import java.util.function.Supplier;

import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.impl.FilterServiceImpl;
import org.camunda.bpm.engine.impl.TaskQueryImpl;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.query.Query;
import org.camunda.bpm.engine.task.TaskQuery;

/**
 * One filter for everybody whose list it is: what it asks for is put together for the account that asks, in Java ({@link AskedLists}). A stored
 * expression could do the same, and anything else, and is never evaluated.
 */
public class GuardedFilterService extends FilterServiceImpl {

	private final Supplier<AskedLists> lists;

	/** @param lists asked when somebody asks, not before */
	public GuardedFilterService(Supplier<AskedLists> lists) {
		this.lists = lists;
	}

	@Override
	public <T> List<T> list(String filterId) {
		return list(filterId, null);
	}

	@Override
	@SuppressWarnings("unchecked")
	public <T, Q extends Query<?, T>> List<T> list(String filterId, Q more) {
		return super.list(filterId, (Q) asked(filterId, more));
	}

	@Override
	public <T> List<T> listPage(String filterId, int firstResult, int maxResults) {
		return listPage(filterId, null, firstResult, maxResults);
	}

	@Override
	@SuppressWarnings("unchecked")
	public <T, Q extends Query<?, T>> List<T> listPage(String filterId, Q more, int firstResult, int maxResults) {
		return super.listPage(filterId, (Q) asked(filterId, more), firstResult, maxResults);
	}

	/** The engine's own signature. */
	@Override
	@SuppressWarnings("TypeParameterUnusedInFormals")
	public <T> T singleResult(String filterId) {
		return singleResult(filterId, null);
	}

	@Override
	@SuppressWarnings("unchecked")
	public <T, Q extends Query<?, T>> T singleResult(String filterId, Q more) {
		return super.singleResult(filterId, (Q) asked(filterId, more));
	}

	@Override
	public Long count(String filterId) {
		return count(filterId, null);
	}

	@Override
	public Long count(String filterId, Query<?, ?> more) {
		return super.count(filterId, asked(filterId, more));
	}

	/** What the list asks for now, with what is asked besides; the right to read the filter is looked at by the engine afterwards. */
	private Query<?, ?> asked(String filterId, Query<?, ?> more) {
		String account = commandExecutor.execute(CommandContext::getAuthenticatedUserId);
		Filter filter = filterId == null || account == null ? null
				: commandExecutor.execute(context -> context.runWithoutAuthorization(() -> context.getFilterManager().findFilterById(filterId)));
		Object list = filter == null || filter.getProperties() == null ? null : filter.getProperties().get(AskedLists.PROPERTY);
		TaskQuery asked = list == null ? null : lists.get().asked(list.toString(), account);
		return asked == null ? more : more == null ? asked : ((TaskQueryImpl) asked).extend((TaskQuery) more);
	}
}
