package org.bihuan.engine.guard;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import javax.naming.directory.SearchResult;

import org.camunda.bpm.engine.authorization.Resource;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.impl.persistence.entity.GroupEntity;
import org.camunda.bpm.identity.impl.ldap.LdapConfiguration;
import org.camunda.bpm.identity.impl.ldap.LdapGroupQuery;
import org.camunda.bpm.identity.impl.ldap.LdapIdentityProviderSession;
import org.camunda.bpm.identity.impl.ldap.LdapUserQueryImpl;

/**
 * What the plugin would do otherwise than the engine does with its own accounts: groups have our ids ({@link GroupNames}); what is asked for is
 * never read as a pattern; a group that is not there has no members, instead of everybody's; one's own groups may be read; and what the program
 * itself asks while somebody acts is answered whatever he may see.
 */
class DirectorySession extends LdapIdentityProviderSession {

	/** What no entry is. */
	private static final String NOTHING = "(!(objectClass=*))";

	private final LdapConfiguration directory;
	private final GroupNames names;

	DirectorySession(LdapConfiguration directory, GroupNames names) {
		super(directory);
		this.directory = directory;
		this.names = names;
	}

	@Override
	protected boolean isAuthorizedToRead(Resource resource, String id) {
		return !Context.getCommandContext().isAuthorizationCheckEnabled() || super.isAuthorizedToRead(resource, id);
	}

	/** Everybody may read his own groups: the engine gives this right with the membership, which here nobody makes. */
	@Override
	protected boolean isAuthorizedToReadGroup(String id) {
		Authentication acting = Context.getCommandContext().getAuthentication();
		return (acting != null && acting.getGroupIds() != null && acting.getGroupIds().contains(id)) || super.isAuthorizedToReadGroup(id);
	}

	@Override
	protected List<User> findUsersByGroupId(LdapUserQueryImpl query) {
		return getDnForGroup(query.getGroupId()).isEmpty() ? List.of() : super.findUsersByGroupId(query);
	}

	@Override
	protected GroupEntity transformGroup(SearchResult found) {
		GroupEntity group = super.transformGroup(found);
		// an entry without an id is left out
		group.setId(Optional.ofNullable(group.getId()).flatMap(names::id).orElse(null));
		if (group.getName() == null) {
			group.setName(group.getId());
		}
		return group;
	}

	@Override
	protected String getGroupSearchFilter(LdapGroupQuery query) {
		return "(&" + directory.getGroupSearchFilter() + (query.getId() == null ? "" : ofId(query.getId()))
				+ (query.getIds() == null || query.getIds().length == 0 ? ""
						: Stream.of(query.getIds()).map(this::ofId).collect(Collectors.joining("", "(|", ")")))
				+ (query.getName() == null ? "" : is(directory.getGroupNameAttribute(), escapeLDAPSearchFilter(query.getName())))
				+ (query.getNameLike() == null ? "" : is(directory.getGroupNameAttribute(), like(query.getNameLike())))
				+ (query.getUserId() == null ? "" : ofMember(query.getUserId())) + ")";
	}

	private String ofId(String id) {
		return names.nameThere(id).map(name -> is(directory.getGroupIdAttribute(), escapeLDAPSearchFilter(name))).orElse(NOTHING);
	}

	private String ofMember(String account) {
		String member = directory.isUsePosixGroups() ? account : getDnForUser(account);
		return member.isEmpty() ? NOTHING : is(directory.getGroupMemberAttribute(), escapeLDAPSearchFilter(member));
	}

	/** The stars are those of a query for what begins or ends so. */
	private String like(String text) {
		return Stream.of(text.split("\\*", -1)).map(this::escapeLDAPSearchFilter).collect(Collectors.joining("*"));
	}

	private static String is(String attribute, String value) {
		return "(" + attribute + "=" + value + ")";
	}
}
