package org.bihuan.engine.guard;

import java.util.Map;

import jakarta.annotation.Priority;
import jakarta.ws.rs.core.FeatureContext;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import org.bihuan.engine.acting.Refusal;
import org.camunda.bpm.engine.rest.exception.RestException;
import org.camunda.bpm.engine.rest.exception.RestExceptionHandler;
import org.glassfish.jersey.internal.spi.ForcedAutoDiscoverable;

/**
 * Lets a {@link Refusal} reach the person as it is. Camunda's REST answers 500 with engine codes for whatever a listener
 * throws; this registers a mapper, in REST and in the webapps' API alike, that answers the refusal's own status and words.
 * Jersey finds it through {@code META-INF/services}.
 */
public class RefusalFeature implements ForcedAutoDiscoverable {

	@Override
	public void configure(FeatureContext context) {
		if (!context.getConfiguration().isRegistered(Mapper.class)) {
			context.register(Mapper.class);
			context.register(PlainMapper.class);
		}
	}

	private static Response answer(Refusal refusal) {
		return Response.status(refusal.kind().status()).type(MediaType.APPLICATION_JSON_TYPE)
				.entity(Map.of("type", "Refusal", "message", refusal.getMessage())).build();
	}

	/** Refusals inside the exceptions of Camunda's resources. */
	@Priority(1)
	public static class Mapper implements ExceptionMapper<RestException> {

		private final RestExceptionHandler others = new RestExceptionHandler();

		@Override
		public Response toResponse(RestException exception) {
			Refusal refusal = Refusal.in(exception);
			return refusal != null ? answer(refusal) : others.toResponse(exception);
		}
	}

	/** Refusals that a service threw before the engine was asked. */
	@Priority(1)
	public static class PlainMapper implements ExceptionMapper<Refusal> {

		@Override
		public Response toResponse(Refusal refusal) {
			return answer(refusal);
		}
	}
}
