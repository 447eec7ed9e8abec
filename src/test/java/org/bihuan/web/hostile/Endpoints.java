package org.bihuan.web.hostile;

import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.UriInfo;
import org.camunda.bpm.admin.impl.web.AdminApplication;
import org.camunda.bpm.cockpit.impl.web.CockpitApplication;
import org.camunda.bpm.engine.rest.dto.CamundaQueryParam;
import org.camunda.bpm.engine.rest.impl.CamundaRestResources;
import org.camunda.bpm.tasklist.impl.web.TasklistApplication;
import org.camunda.bpm.webapp.impl.engine.EngineRestApplication;
import org.camunda.bpm.welcome.impl.web.WelcomeApplication;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Every endpoint that there is, read from the annotations of the classes that answer: nobody has to keep a list of them. */
final class Endpoints {

	private static final int DEEPEST = 6;
	private static final String JSON = "application/json";
	private static final String FILE = "multipart/form-data";

	private final Set<Endpoint> found = new LinkedHashSet<>();

	private Endpoints() {
	}

	/** The platform's own: of programs and of the webapps. */
	static List<Endpoint> ofThePlatform() {
		Endpoints all = new Endpoints();
		all.add("/engine-rest", CamundaRestResources.getResourceClasses());
		all.add("/camunda/api/engine", new EngineRestApplication().getClasses());
		all.add("/camunda/api/cockpit", new CockpitApplication().getClasses());
		all.add("/camunda/api/admin", new AdminApplication().getClasses());
		all.add("/camunda/api/tasklist", new TasklistApplication().getClasses());
		all.add("/camunda/api/welcome", new WelcomeApplication().getClasses());
		return all.sorted();
	}

	/** Our pages and our API. */
	static List<Endpoint> ofOurs(RequestMappingHandlerMapping mappings) {
		Endpoints all = new Endpoints();
		mappings.getHandlerMethods().forEach((mapping, handler) -> {
			List<Parameter> parameters = List.of(handler.getMethod().getParameters());
			boolean file = parameters.stream().anyMatch(one -> one.getType() == MultipartFile.class);
			Optional<Class<?>> body = parameters.stream()
					.filter(one -> one.isAnnotationPresent(org.springframework.web.bind.annotation.RequestBody.class))
					.<Class<?>>map(Parameter::getType).findFirst();
			List<String> names = parameters.stream().flatMap(Endpoints::parameters).toList();
			Collection<RequestMethod> methods = mapping.getMethodsCondition().getMethods();
			for (String path : mapping.getPatternValues()) {
				for (RequestMethod method : methods.isEmpty() ? List.of(RequestMethod.GET, RequestMethod.POST) : methods) {
					String type = file ? FILE : body.isPresent() ? JSON : method == RequestMethod.POST ? "application/x-www-form-urlencoded" : null;
					all.found.add(new Endpoint(method.name(), path, body.orElse(null), type, names));
				}
			}
		});
		return all.sorted();
	}

	private static Stream<String> parameters(Parameter parameter) {
		RequestParam named = parameter.getAnnotation(RequestParam.class);
		if (named != null) {
			return Stream.of(named.name().isEmpty() ? named.value() : named.name());
		}
		return parameter.getType().isRecord() && !parameter.isAnnotationPresent(org.springframework.web.bind.annotation.RequestBody.class)
				? Arrays.stream(parameter.getType().getRecordComponents()).map(java.lang.reflect.RecordComponent::getName)
				: Stream.empty();
	}

	private List<Endpoint> sorted() {
		return found.stream().sorted(Comparator.comparing(Endpoint::path).thenComparing(Endpoint::method).thenComparing(String::valueOf)).toList();
	}

	private void add(String root, Collection<Class<?>> resources) {
		for (Class<?> resource : resources) {
			Path path = resource.getAnnotation(Path.class);
			if (path != null) {
				walk(resource, join(root, path.value()), DEEPEST);
			}
		}
	}

	private void walk(Class<?> type, String path, int depth) {
		if (depth == 0 || type == Object.class) {
			return;
		}
		List<Class<?>> searches = Stream.of(type.getMethods()).flatMap(one -> Stream.of(one.getParameterTypes()))
				.filter(one -> one.getSimpleName().endsWith("QueryDto")).distinct().toList();
		for (Method method : type.getMethods()) {
			List<Method> declared = declarations(method);
			Path sub = first(declared, Path.class);
			String whole = join(path, sub == null ? "" : sub.value());
			String http = declared.stream().flatMap(one -> Stream.of(one.getAnnotations()))
					.map(one -> one.annotationType().getAnnotation(HttpMethod.class)).filter(java.util.Objects::nonNull).map(HttpMethod::value)
					.findFirst().orElse(null);
			if (http != null) {
				endpoint(http, whole, declared, searches);
			}
			else if (sub != null) {
				walk(method.getReturnType(), whole, depth - 1);
			}
		}
	}

	private void endpoint(String http, String path, List<Method> declared, List<Class<?>> searches) {
		Method method = declared.get(declared.size() - 1);
		List<String> names = new ArrayList<>();
		Class<?> body = null;
		for (int i = 0; i < method.getParameterCount(); i++) {
			int at = i;
			List<Annotation> annotations = declared.stream().flatMap(one -> Stream.of(one.getParameterAnnotations()[at])).toList();
			annotations.stream().filter(QueryParam.class::isInstance).map(one -> ((QueryParam) one).value()).forEach(names::add);
			if (method.getParameterTypes()[i] == UriInfo.class) {
				searches.forEach(search -> Stream.of(search.getMethods()).map(one -> one.getAnnotation(CamundaQueryParam.class))
						.filter(java.util.Objects::nonNull).map(CamundaQueryParam::value).forEach(names::add));
			}
			if (annotations.isEmpty()) {
				body = method.getParameterTypes()[i];
			}
		}
		Consumes consumes = first(declared, Consumes.class);
		String type = consumes != null ? consumes.value()[0] : body == null ? null : JSON;
		found.add(new Endpoint(http, path, body, type, names.stream().distinct().toList()));
	}

	/** The method and what it comes from: the annotations stand on one of them. */
	private static List<Method> declarations(Method method) {
		List<Method> all = new ArrayList<>();
		collect(method.getDeclaringClass(), method, all);
		return all.isEmpty() ? List.of(method) : all;
	}

	private static void collect(Class<?> type, Method method, List<Method> all) {
		if (type == null || type == Object.class) {
			return;
		}
		Stream.of(type.getDeclaredMethods())
				.filter(one -> one.getName().equals(method.getName()) && Arrays.equals(one.getParameterTypes(), method.getParameterTypes()))
				.forEach(all::add);
		collect(type.getSuperclass(), method, all);
		for (Class<?> contract : type.getInterfaces()) {
			collect(contract, method, all);
		}
	}

	private static <A extends Annotation> A first(List<Method> declared, Class<A> annotation) {
		return declared.stream().map(one -> one.getAnnotation(annotation)).filter(java.util.Objects::nonNull).findFirst().orElse(null);
	}

	private static String join(String path, String sub) {
		String more = sub.startsWith("/") ? sub.substring(1) : sub;
		String whole = more.isEmpty() ? path : path + "/" + more;
		return whole.endsWith("/") ? whole.substring(0, whole.length() - 1) : whole.replaceAll("\\{([\\w-]+)\\s*:[^}]*\\}", "{$1}");
	}

	/** For a summary: how many of them begin with this. */
	static Map<String, Long> counted(List<Endpoint> all) {
		return all.stream().collect(java.util.stream.Collectors.groupingBy(
				one -> one.path().replaceAll("^(/engine-rest|/camunda/api/[a-z]+|/[a-z]*).*", "$1"), java.util.TreeMap::new,
				java.util.stream.Collectors.counting()));
	}
}
