package org.bihuan.web.security;

import java.util.List;

import org.bihuan.settings.Allowed;
import org.bihuan.settings.Setting;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Under which names the application answers: a page of another name, which leads here, would otherwise be taken for ours.
 *
 * @param hosts without a port; empty in an evaluation for the machine's own names, never empty in production
 */
@ConfigurationProperties("bihuan")
record Hosts(@Setting(value = "浏览器里用的主机名，只应答这些；评估时空着是本机，生产环境必须写", allowed = Allowed.HOSTS_OR_NOTHING) @DefaultValue List<String> hosts) {

	private static final List<String> THIS_MACHINE = List.of("localhost", "127.0.0.1", "[::1]");

	/** Whether all of them are names of this machine, or none is given. */
	boolean areThisMachines() {
		return THIS_MACHINE.containsAll(hosts);
	}

	boolean have(String name) {
		return (hosts.isEmpty() ? THIS_MACHINE : hosts).stream().anyMatch(name::equalsIgnoreCase);
	}
}
