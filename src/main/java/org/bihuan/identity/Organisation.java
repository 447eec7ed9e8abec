package org.bihuan.identity;

import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

import org.bihuan.engine.acting.Actors;
import org.bihuan.engine.acting.Refusal;
import org.bihuan.ledger.KnownAs;
import org.bihuan.ledger.KnownAs.Known;
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
	public static final String ANALYSTS = "analyst";
	/** The three offices that receive the implementation report [S]. */
	public static final List<String> THREE_OFFICES = List.of(PARTY_OFFICE, GOV_OFFICE, CPPCC_OFFICE);
	/** The offices that assign and decide (党政办公室). */
	public static final List<String> PARTY_AND_GOV_OFFICES = List.of(PARTY_OFFICE, GOV_OFFICE);

	private static final String COMMITTEE = "committee-";
	private static final String UNIT = "unit-";

	private static final String DIRECTORY = Organisation.class.getName() + ".directory";

	private final IdentityService identity;
	private final Actors actors;
	private final KnownAs known;

	Organisation(@Lazy IdentityService identity, Actors actors, KnownAs known) {
		this.identity = identity;
		this.actors = actors;
		this.known = known;
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

	/** Every group and account with its name, by id; and what each was ever known as, oldest first. */
	private record Directory(SortedMap<String, String> groups, Map<String, String> people, Map<String, List<Known>> known) {
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
			identity.createGroupQuery().list().forEach(group -> groups.put(group.getId(), nameOf(group)));
			Map<String, String> people = new HashMap<>();
			identity.createUserQuery().list().forEach(user -> people.put(user.getId(), nameOf(user)));
			return new Directory(groups, people, known.all().stream().collect(Collectors.groupingBy(Known::subject)));
		});
	}

	/** The accounts of a group now. */
	public List<String> accountsOf(String group) {
		return usersOf(group).stream().map(Option::value).toList();
	}

	private List<Option> usersOf(String group) {
		return actors.openly(() -> identity.createUserQuery().memberOfGroup(group).list()).stream().sorted(Comparator.comparing(User::getId))
				.map(user -> new Option(nameOf(user), user.getId())).toList();
	}

	static String nameOf(Group group) {
		return group.getName() == null || group.getName().isBlank() ? group.getId() : group.getName();
	}

	static String nameOf(User user) {
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

	/** The Chinese name of a group or a user, now; what it was known as last when it is gone, and the id itself when it never was anybody. */
	public String name(String id) {
		if (id == null) {
			return "";
		}
		if (page() != null) {
			Directory all = directory();
			List<Known> former = all.known().getOrDefault(id, List.of());
			String last = former.isEmpty() ? id : former.get(former.size() - 1).name();
			return all.groups().getOrDefault(id, all.people().getOrDefault(id, last));
		}
		return actors.openly(() -> {
			Group group = identity.createGroupQuery().groupId(id).singleResult();
			if (group != null) {
				return nameOf(group);
			}
			User user = identity.createUserQuery().userId(id).singleResult();
			return user == null ? known.last(id).map(Known::name).orElse(id) : nameOf(user);
		});
	}

	/**
	 * What a group or a user was called at a moment: whose name stands under an act is not changed by what he is called later.
	 *
	 * @param id null for nobody
	 * @param at null where no moment is known: as now
	 * @return empty for nobody
	 */
	public String name(String id, OffsetDateTime at) {
		return id == null ? "" : at == null ? name(id) : KnownAs.at(known(id), at).map(Known::name).orElseGet(() -> name(id));
	}

	/** The same with the groups that he was in then, as who signs for an office does: {@code 王海（公安局）}. */
	public String signed(String id, OffsetDateTime at) {
		String name = name(id, at);
		String posts = at == null ? ""
				: KnownAs.at(known(id), at).stream().flatMap(one -> one.groups().stream()).map(group -> name(group, at))
						.filter(post -> !post.equals(name)).collect(Collectors.joining("、"));
		return posts.isEmpty() ? name : name + "（" + posts + "）";
	}

	/** Whether somebody was ever called so, now included. */
	public boolean wasCalled(String id, String name) {
		return name(id).equals(name) || known.of(id).stream().anyMatch(one -> one.name().equals(name));
	}

	private List<Known> known(String id) {
		return page() == null ? known.of(id) : directory().known().getOrDefault(id, List.of());
	}

	public boolean isMember(String userId, String groupId) {
		return identity.createGroupQuery().groupMember(userId).groupId(groupId).count() > 0;
	}

	/** Whether there is a group or an account of this id now. */
	public boolean exists(String id) {
		return actors.openly(() -> identity.createGroupQuery().groupId(id).count() > 0 || identity.createUserQuery().userId(id).count() > 0);
	}

	/** A task for a group without people would never be seen: refused where the group is chosen. */
	public String staffed(String groupId) {
		Refusal.unless(identity.createUserQuery().memberOfGroup(groupId).count() > 0,
				() -> "“" + name(groupId) + "”尚无人员，任务无人可办。请改选，或请系统管理员先为其添加人员。");
		return groupId;
	}
}
