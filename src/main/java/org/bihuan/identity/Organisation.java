package org.bihuan.identity;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

import org.bihuan.engine.acting.Actors;
import org.bihuan.engine.acting.Refusal;
import org.bihuan.terms.Option;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.User;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/**
 * Reads the organisation from the engine's identity service, whatever provides it. Names are Chinese, ids are not. What an office
 * or a person is called is no secret: it is told to everyone, whatever the engine lets the account query by itself.
 */
@Component
public class Organisation {

	public static final String CPPCC_OFFICE = "cppcc-office";
	public static final String CPPCC_CHAIR = "cppcc-chair";
	public static final String DEPUTY_CHAIR = "cppcc-deputy-chair";
	public static final String CHAIR_MEETING = "chair-meeting";
	public static final String PARTY_OFFICE = "party-office";
	public static final String GOV_OFFICE = "gov-office";
	public static final String SUPERVISION_OFFICE = "supervision-office";
	public static final String MEMBERS = "member";
	public static final String LEADERS = "leader";
	public static final String ADMINS = "camunda-admin";
	/** The three offices that receive the implementation report [S]. */
	public static final List<String> THREE_OFFICES = List.of(PARTY_OFFICE, GOV_OFFICE, CPPCC_OFFICE);
	/** The offices that assign and decide (党政办公室). */
	public static final List<String> PARTY_AND_GOV_OFFICES = List.of(PARTY_OFFICE, GOV_OFFICE);

	private static final String COMMITTEE = "committee-";
	private static final String UNIT = "unit-";

	private static final String DIRECTORY = Organisation.class.getName() + ".directory";

	private final IdentityService identity;
	private final Actors actors;

	Organisation(@Lazy IdentityService identity, Actors actors) {
		this.identity = identity;
		this.actors = actors;
	}

	/** The mail addresses behind an account or a group; those without one have none. */
	public List<String> addresses(String recipient) {
		List<User> people = identity.createGroupQuery().groupId(recipient).count() > 0 ? identity.createUserQuery().memberOfGroup(recipient).list()
				: identity.createUserQuery().userId(recipient).list();
		return people.stream().map(User::getEmail).filter(address -> address != null && !address.isBlank()).distinct().sorted().toList();
	}

	/** For a form to choose from: the name, and the id that is kept. */
	public List<Option> committees() {
		return groups(COMMITTEE);
	}

	public List<Option> units() {
		return groups(UNIT);
	}

	public List<Option> members() {
		return usersOf(MEMBERS);
	}

	public List<Option> leaders() {
		return usersOf(LEADERS);
	}

	private List<Option> groups(String prefix) {
		return directory().groups().entrySet().stream().filter(group -> group.getKey().startsWith(prefix))
				.map(group -> new Option(group.getValue(), group.getKey())).toList();
	}

	/** Every group and account with its name, by id. */
	private record Directory(SortedMap<String, String> groups, Map<String, String> people) {
	}

	/** As it is now; while one page is made it is read once, so that a page of many names asks for them together. */
	private Directory directory() {
		ServletRequestAttributes page = page();
		if (page != null) {
			Directory read = (Directory) page.getAttribute(DIRECTORY, RequestAttributes.SCOPE_REQUEST);
			if (read == null) {
				read = read();
				page.setAttribute(DIRECTORY, read, RequestAttributes.SCOPE_REQUEST);
			}
			return read;
		}
		return read();
	}

	/** Null unless a page is being made. */
	private static ServletRequestAttributes page() {
		return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes request
				&& "GET".equals(request.getRequest().getMethod())
						? request
						: null;
	}

	private Directory read() {
		return actors.openly(() -> {
			SortedMap<String, String> groups = new TreeMap<>();
			identity.createGroupQuery().list().forEach(group -> groups.put(group.getId(), group.getName()));
			Map<String, String> people = new HashMap<>();
			identity.createUserQuery().list().forEach(user -> people.put(user.getId(), nameOf(user)));
			return new Directory(groups, people);
		});
	}

	private List<Option> usersOf(String group) {
		return actors.openly(() -> identity.createUserQuery().memberOfGroup(group).list()).stream().sorted(Comparator.comparing(User::getId))
				.map(user -> new Option(nameOf(user), user.getId())).toList();
	}

	private static String nameOf(User user) {
		String name = (user.getLastName() == null ? "" : user.getLastName()) + (user.getFirstName() == null ? "" : user.getFirstName());
		return name.isBlank() ? user.getId() : name;
	}

	/** Whether an id is a unit's (承办单位), by the naming rule of groups. */
	public static boolean isUnit(String id) {
		return id.startsWith(UNIT);
	}

	/** Whether an id is a committee's (专委会), by the naming rule of groups. */
	public static boolean isCommittee(String id) {
		return id.startsWith(COMMITTEE);
	}

	/** The account as a reader of our pages, with its groups as they are now. */
	public Reader reader(String userId) {
		User account = actors.openly(() -> identity.createUserQuery().userId(userId).singleResult());
		return reader(userId, account == null ? userId : nameOf(account));
	}

	/** The same of an account that has just been read. */
	public Reader reader(User account) {
		return reader(account.getId(), nameOf(account));
	}

	private Reader reader(String userId, String name) {
		return actors.openly(
				() -> new Reader(userId, name, identity.createGroupQuery().groupMember(userId).list().stream().map(Group::getId).toList()));
	}

	/** The committees that a person belongs to. */
	public List<String> committeesOf(String userId) {
		return identity.createGroupQuery().groupMember(userId).list().stream().map(Group::getId).filter(id -> id.startsWith(COMMITTEE)).toList();
	}

	/** The Chinese name of a group or a user; the id itself when there is none any more. */
	public String name(String id) {
		if (id == null) {
			return "";
		}
		if (page() != null) {
			Directory all = directory();
			return all.groups().getOrDefault(id, all.people().getOrDefault(id, id));
		}
		return actors.openly(() -> {
			Group group = identity.createGroupQuery().groupId(id).singleResult();
			if (group != null) {
				return group.getName();
			}
			User user = identity.createUserQuery().userId(id).singleResult();
			return user == null ? id : nameOf(user);
		});
	}

	public boolean isMember(String userId, String groupId) {
		return identity.createGroupQuery().groupMember(userId).groupId(groupId).count() > 0;
	}

	/** A task for a group without people would never be seen: refused where the group is chosen. */
	public String staffed(String groupId) {
		Refusal.unless(identity.createUserQuery().memberOfGroup(groupId).count() > 0,
				() -> "“" + name(groupId) + "”尚无人员，任务无人可办。请改选，或请系统管理员先为其添加人员。");
		return groupId;
	}
}
