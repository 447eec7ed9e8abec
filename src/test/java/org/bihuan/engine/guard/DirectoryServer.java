package org.bihuan.engine.guard;

import java.io.IOException;
import java.net.ServerSocket;

import com.unboundid.ldap.listener.InMemoryDirectoryServer;
import com.unboundid.ldap.listener.InMemoryDirectoryServerConfig;
import com.unboundid.ldap.listener.InMemoryListenerConfig;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldif.LDIFException;

/** A directory (LDAP) inside the test; each password is the account's name. */
final class DirectoryServer {

	private static final String BASE = "dc=example,dc=cn";

	private final InMemoryDirectoryServer server;
	/** One for all of its life, so that it can come back where it was. */
	private final int port;

	DirectoryServer() {
		try (ServerSocket free = new ServerSocket(0)) {
			port = free.getLocalPort();
			InMemoryDirectoryServerConfig configuration = new InMemoryDirectoryServerConfig(BASE);
			configuration.setListenerConfigs(InMemoryListenerConfig.createLDAPConfig("local", port));
			configuration.addAdditionalBindCredentials("cn=reader," + BASE, "reader");
			server = new InMemoryDirectoryServer(configuration);
			server.add("dn: " + BASE, "objectClass: domain", "dc: example");
			server.add("dn: ou=people," + BASE, "objectClass: organizationalUnit", "ou: people");
			server.add("dn: ou=groups," + BASE, "objectClass: organizationalUnit", "ou: groups");
		}
		catch (LDAPException | LDIFException | IOException failed) {
			throw new IllegalStateException(failed);
		}
	}

	DirectoryServer person(String account, String name) {
		return add("dn: " + person(account), "objectClass: inetOrgPerson", "uid: " + account, "cn: " + name, "sn: " + name.substring(0, 1),
				"mail: " + account + "@example.cn", "userPassword: " + account);
	}

	private static String person(String account) {
		return "uid=" + account + ",ou=people," + BASE;
	}

	DirectoryServer group(String id, String name, String member) {
		return add("dn: cn=" + id + ",ou=groups," + BASE, "objectClass: groupOfNames", "cn: " + id, "description: " + name,
				"member: " + person(member));
	}

	private DirectoryServer add(String... entry) {
		try {
			server.add(entry);
			return this;
		}
		catch (LDAPException | LDIFException failed) {
			throw new IllegalStateException(failed);
		}
	}

	DirectoryServer start() {
		try {
			server.startListening();
			return this;
		}
		catch (LDAPException failed) {
			throw new IllegalStateException(failed);
		}
	}

	String url() {
		return "ldap://127.0.0.1:" + port;
	}

	/** Does not answer while this goes on. */
	void away(Runnable meanwhile) {
		server.shutDown(true);
		try {
			meanwhile.run();
		}
		finally {
			start();
		}
	}
}
