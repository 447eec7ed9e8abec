package org.bihuan.engine.guard;

import java.util.Map;

import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.databind.JsonMappingException;
import jakarta.annotation.Priority;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.FeatureContext;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import org.bihuan.engine.acting.StatusWords;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.rest.exception.RestException;
import org.glassfish.jersey.internal.spi.AutoDiscoverable;
import org.glassfish.jersey.internal.spi.ForcedAutoDiscoverable;
import org.glassfish.jersey.server.ServerProperties;

/**
 * Lets whatever fails in Camunda's REST and in the webapps' API reach the person in our words (see {@link RestWords}). Camunda answers 500 with
 * engine codes for whatever a listener throws, and in English for everything else; these mappers stand before its own, one for each kind that it
 * maps. Jersey finds them through {@code META-INF/services}.
 */
@Priority(AutoDiscoverable.DEFAULT_PRIORITY - 1_000)
public class RefusalFeature implements ForcedAutoDiscoverable {

	@Override
	public void configure(FeatureContext context) {
		if (!context.getConfiguration().isRegistered(Any.class)) {
			context.property(ServerProperties.WADL_FEATURE_DISABLE, true);
			context.register(Any.class).register(OfResources.class).register(OfEngine.class).register(OfMapping.class).register(OfParsing.class)
					.register(Told.class);
		}
	}

	/** What Camunda's resources throw. */
	@Priority(1)
	public static class OfResources implements ExceptionMapper<RestException> {

		@Override
		public Response toResponse(RestException failed) {
			return RestWords.answer(failed);
		}
	}

	/** What comes from the engine as it is. */
	@Priority(1)
	public static class OfEngine implements ExceptionMapper<ProcessEngineException> {

		@Override
		public Response toResponse(ProcessEngineException failed) {
			return RestWords.answer(failed);
		}
	}

	/** A body of another shape. */
	@Priority(1)
	public static class OfMapping implements ExceptionMapper<JsonMappingException> {

		@Override
		public Response toResponse(JsonMappingException failed) {
			return RestWords.answer(failed);
		}
	}

	/** A body that is no JSON. */
	@Priority(1)
	public static class OfParsing implements ExceptionMapper<JsonParseException> {

		@Override
		public Response toResponse(JsonParseException failed) {
			return RestWords.answer(failed);
		}
	}

	/** Everything else, a refusal of a service's and what Jersey itself turns down among it. */
	@Priority(1)
	public static class Any implements ExceptionMapper<Throwable> {

		@Override
		public Response toResponse(Throwable failed) {
			return RestWords.answer(failed);
		}
	}

	/** What a resource answers by a bare status is told as well, but for a login that failed: the door knows who tried one. */
	public static class Told implements ContainerResponseFilter {

		private static final int FIRST = 400;

		@Override
		public void filter(ContainerRequestContext request, ContainerResponseContext response) {
			if (HttpMethod.OPTIONS.equals(request.getMethod()) && MediaType.TEXT_PLAIN_TYPE.equals(response.getMediaType())) {
				// Jersey's own answer, which stands in the header; the platform's says in JSON what the person may do
				response.setEntity(null);
				response.setStatusInfo(Response.Status.NO_CONTENT);
			}
			if (response.getStatus() >= FIRST && response.getStatus() != Response.Status.UNAUTHORIZED.getStatusCode()
					&& !(response.getEntity() instanceof Map)) {
				response.setEntity(Map.of("type", "Refusal", "message", StatusWords.of(response.getStatus())), null,
						MediaType.APPLICATION_JSON_TYPE);
			}
		}
	}
}
