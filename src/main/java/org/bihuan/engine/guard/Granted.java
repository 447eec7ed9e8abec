package org.bihuan.engine.guard;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import org.camunda.bpm.engine.ProcessEngineConfiguration;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.db.CompositePermissionCheck;
import org.camunda.bpm.engine.impl.db.PermissionCheck;
import org.camunda.bpm.engine.impl.interceptor.Session;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;
import org.camunda.bpm.engine.impl.persistence.entity.AuthorizationManager;

/**
 * Whether an account may do one thing with one task, case or account: the engine's own question, asked in a shorter way. The engine puts together a
 * statement of some hundred lines for each, an eighth of what a submit costs, mostly about rights that were taken away; where none ever was
 * ({@code Revoked} looks for one at the start) the grants of the account, of its groups and of everybody are read and compared here. Lists of
 * tasks and cases are asked for as ever.
 */
public final class Granted extends AuthorizationManager {

	private static final String SELECT = "select RESOURCE_TYPE_, RESOURCE_ID_, PERMS_ from ACT_RU_AUTHORIZATION where TYPE_ = ";

	private record Grant(int type, String id, int permissions) {

		boolean of(PermissionCheck check) {
			return type == check.getResourceType() && (id.equals(Authorization.ANY) || id.equals(check.getResourceId()))
					&& (permissions & check.getPerms()) == check.getPerms();
		}
	}

	/** In place of the engine's. */
	public static SessionFactory sessions() {
		return new SessionFactory() {

			@Override
			public Class<?> getSessionType() {
				return AuthorizationManager.class;
			}

			@Override
			public Session openSession() {
				return new Granted();
			}
		};
	}

	@Override
	public boolean isAuthorized(String userId, List<String> groupIds, CompositePermissionCheck check) {
		List<PermissionCheck> all = check.getAllPermissionChecks();
		boolean asEver = !ProcessEngineConfiguration.AUTHORIZATION_CHECK_REVOKE_NEVER
				.equals(Context.getProcessEngineConfiguration().getAuthorizationCheckRevokes())
				|| !check.getCompositeChecks().isEmpty()
				|| all.stream().anyMatch(one -> one.getResourceIdQueryParam() != null || !isResourceValidForPermission(one));
		return asEver ? super.isAuthorized(userId, groupIds, check)
				: Boolean.TRUE.equals(said(check, grants(userId, filterAuthenticatedGroupIds(groupIds), all)));
	}

	/** As the engine's statement puts checks together: of alternatives the first that says anything counts, a single one may say nothing. */
	private static Boolean said(CompositePermissionCheck check, List<Grant> grants) {
		List<Boolean> parts = new ArrayList<>();
		check.getAtomicChecks().forEach(one -> parts.add(said(one, grants)));
		if (parts.size() == 1) {
			return parts.get(0);
		}
		return check.isDisjunctive() ? parts.stream().filter(Objects::nonNull).findFirst().orElse(false)
				: !parts.isEmpty() && parts.stream().allMatch(
						Boolean.TRUE::equals);
	}

	/** Null where nothing is said, and the next alternative is asked. */
	private static Boolean said(PermissionCheck check, List<Grant> grants) {
		if (grants.stream().anyMatch(one -> one.of(check))) {
			return true;
		}
		return check.getAuthorizationNotFoundReturnValue() == null ? null : check.getAuthorizationNotFoundReturnValue() == 1;
	}

	/** All grants, to whomever they are made, that can have to do with what is asked. */
	private List<Grant> grants(String userId, List<String> groupIds, List<PermissionCheck> asked) {
		List<String> resources = Stream
				.concat(asked.stream().map(PermissionCheck::getResourceId).filter(Objects::nonNull), Stream.of(Authorization.ANY))
				.distinct().toList();
		List<Integer> types = asked.stream().map(PermissionCheck::getResourceType).distinct().toList();
		String which = " and RESOURCE_TYPE_ in (" + marks(types) + ") and RESOURCE_ID_ in (" + marks(resources) + ")";
		List<Object> values = new ArrayList<>();
		StringBuilder sql = new StringBuilder(SELECT).append("1 and USER_ID_ = ?").append(which);
		values.add(userId);
		values.addAll(types);
		values.addAll(resources);
		if (!groupIds.isEmpty()) {
			sql.append(" union all ").append(SELECT).append("1 and GROUP_ID_ in (").append(marks(groupIds)).append(")").append(which);
			values.addAll(groupIds);
			values.addAll(types);
			values.addAll(resources);
		}
		sql.append(" union all ").append(SELECT).append("0 and USER_ID_ = '*'").append(which);
		values.addAll(types);
		values.addAll(resources);
		try (PreparedStatement statement = getDbSqlSession().getSqlSession().getConnection().prepareStatement(sql.toString())) {
			for (int at = 0; at < values.size(); at++) {
				statement.setObject(at + 1, values.get(at));
			}
			List<Grant> grants = new ArrayList<>();
			try (ResultSet rows = statement.executeQuery()) {
				while (rows.next()) {
					grants.add(new Grant(rows.getInt(1), rows.getString(2), rows.getInt(3)));
				}
			}
			return grants;
		}
		catch (SQLException failed) {
			throw new IllegalStateException("rights cannot be read", failed);
		}
	}

	private static String marks(Collection<?> values) {
		return String.join(", ", Collections.nCopies(values.size(), "?"));
	}
}
