package org.bihuan.engine.guard;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.bihuan.settings.Allowed;
import org.bihuan.settings.Setting;
import org.bihuan.settings.StartRefused;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How a directory (LDAP) or a provider (OIDC) calls our groups. A name on the list means the group it stands for; every other name is the id of
 * a group itself, unless that group has another name on the list: then nobody comes into it by its id.
 *
 * @param groups each {@code id:name there}
 */
@ConfigurationProperties("bihuan.sign-in")
public record GroupNames(
		@Setting(value = "目录（LDAP）或统一认证（OIDC）里的小组名对应本系统的哪个小组；没有写的，小组名就是小组编号",
				allowed = Allowed.GROUP_NAMES_OR_NOTHING) @DefaultValue List<String> groups) {

	/** @throws StartRefused for a group, or a name, that is there twice */
	public GroupNames {
		List<String> seen = new ArrayList<>();
		for (String one : groups) {
			for (String part : List.of(idOf(one), ":" + nameOf(one))) {
				if (seen.contains(part)) {
					throw new StartRefused("配置 bihuan.sign-in.groups 里 " + part.replace(":", "") + " 写了两次：一个小组在那里只能有一个名字，一个名字只能是一个小组。");
				}
				seen.add(part);
			}
		}
	}

	private static String idOf(String one) {
		return one.substring(0, Math.max(0, one.indexOf(':')));
	}

	private static String nameOf(String one) {
		return one.substring(one.indexOf(':') + 1);
	}

	private Map<String, String> byId() {
		Map<String, String> names = new LinkedHashMap<>();
		groups.forEach(one -> names.put(idOf(one), nameOf(one)));
		return names;
	}

	/** The id of the group that has this name there; empty for a name that means none of ours. */
	public Optional<String> id(String name) {
		Map<String, String> names = byId();
		Optional<String> listed = names.entrySet().stream().filter(one -> one.getValue().equals(name)).map(Map.Entry::getKey).findFirst();
		return listed.isPresent() || names.containsKey(name) ? listed : Optional.of(name);
	}

	/** What the group of this id is called there; empty for an id that is another group's name there. */
	public Optional<String> nameThere(String id) {
		String listed = byId().get(id);
		return listed != null ? Optional.of(listed) : byId().containsValue(id) ? Optional.empty() : Optional.of(id);
	}
}
