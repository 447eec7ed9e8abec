package org.bihuan.settings;

import java.util.List;
import java.util.Set;

import org.springframework.core.env.Environment;

/** How a place has set the house, for another process that is to behave as this one does and yet to reach nothing of it. */
public final class PlaceSettings {

	/** What leads to people, files or other machines, and what a process of its own sets by itself. */
	private static final Set<String> NOT_CARRIED = Set.of("bihuan.sample", "bihuan.rehearsal", "bihuan.now", "bihuan.models", "bihuan.hosts",
			"bihuan.attachments.folder");
	private static final List<String> NOT_CARRIED_OF = List.of("bihuan.mail.", "bihuan.scanner.", "bihuan.oidc.", "bihuan.sign-in.");

	private PlaceSettings() {
	}

	/** The settings of the house that somebody has written, each as an argument of a command line; what has its default is not among them. */
	public static List<String> arguments(Environment environment) {
		return Known.all().stream().map(one -> one.name().toString()).filter(one -> !NOT_CARRIED.contains(one))
				.filter(one -> NOT_CARRIED_OF.stream().noneMatch(one::startsWith)).filter(environment::containsProperty)
				.map(one -> "--" + one + "=" + environment.getProperty(one)).toList();
	}
}
