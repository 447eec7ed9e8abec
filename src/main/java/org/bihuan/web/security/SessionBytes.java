package org.bihuan.web.security;

import java.io.IOException;
import java.io.ObjectInputFilter;
import java.io.ObjectInputStream;

import org.springframework.core.convert.ConversionService;
import org.springframework.core.convert.support.GenericConversionService;
import org.springframework.core.serializer.support.DeserializingConverter;
import org.springframework.core.serializer.support.SerializingConverter;

/**
 * How what a session keeps is written and read back. Only what the login, its token and a redirect of our pages put there is read: of whatever else
 * lies in the table no object is made.
 */
final class SessionBytes {

	private static final ObjectInputFilter OURS = ObjectInputFilter.Config.createFilter("maxdepth=20;maxrefs=5000;maxarray=1000;maxbytes=200000;"
			+ "java.lang.String;java.lang.Number;java.lang.Integer;java.lang.Long;java.lang.Boolean;java.lang.Object;"
			+ "java.util.*;java.util.concurrent.CopyOnWriteArrayList;"
			// the login, as the webapps keep it
			+ "org.camunda.bpm.webapp.impl.security.auth.Authentication;org.camunda.bpm.webapp.impl.security.auth.UserAuthentication;"
			+ "org.camunda.bpm.webapp.impl.security.auth.Authentications;"
			// what a page says after a redirect
			+ "org.springframework.web.servlet.FlashMap;org.springframework.util.LinkedMultiValueMap;org.springframework.util.MultiValueMapAdapter;"
			// on the way to who vouches for people
			+ "org.springframework.security.oauth2.core.AuthorizationGrantType;"
			+ "org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;"
			+ "org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationResponseType;!*");

	private static final SerializingConverter WRITER = new SerializingConverter();
	private static final DeserializingConverter READER = new DeserializingConverter(bytes -> {
		try (ObjectInputStream objects = new ObjectInputStream(bytes)) {
			objects.setObjectInputFilter(OURS);
			return objects.readObject();
		}
		catch (ClassNotFoundException unknown) {
			throw new IOException(unknown);
		}
	});

	private SessionBytes() {
	}

	static byte[] of(Object value) {
		return WRITER.convert(value);
	}

	/** Both ways, for the library. */
	static ConversionService conversion() {
		GenericConversionService both = new GenericConversionService();
		both.addConverter(Object.class, byte[].class, WRITER);
		both.addConverter(byte[].class, Object.class, READER);
		return both;
	}
}
