package org.bihuan.rehearsal;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import com.fasterxml.jackson.core.type.TypeReference;
import org.bihuan.BihuanApplication;
import org.bihuan.json.Json;
import org.camunda.bpm.engine.IdentityService;
import org.springframework.boot.Banner;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

/**
 * What {@link WalkProcess} calls in a process of its own, by an option that no person writes: the whole application with a folder's set, in memory,
 * without a port, walks and writes what it found into the folder. It ends as soon as nobody listens any more.
 */
final class WalkCommand {

	static final String OPTION = "--bihuan.rehearse.walk=";

	/** A line of progress on standard output: how many cases of how many. */
	static final String PROGRESS = "walked ";

	static final String MODELS = "models";
	static final String ORGANISATION = "organisation.json";
	static final String WALKED = "walked.json";

	private static final TypeReference<List<Group>> GROUPS = new TypeReference<>() {
	};

	private WalkCommand() {
	}

	static int run(String[] arguments) {
		PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
		Path folder = Path.of(Stream.of(arguments).filter(one -> one.startsWith(OPTION)).findFirst().orElseThrow().substring(OPTION.length()));
		Thread listener = new Thread(WalkCommand::endWithWhoListens, "who listens");
		listener.setDaemon(true);
		listener.start();
		try (ConfigurableApplicationContext application = application(folder, arguments)) {
			Walked walked = application.getBean(Walk.class).walk((done, known) -> out.println(PROGRESS + done + "/" + known));
			Files.writeString(folder.resolve(WALKED), Json.write(walked));
			return 0;
		}
		catch (IOException unwritable) {
			throw new java.io.UncheckedIOException(unwritable);
		}
	}

	/** Whoever has started this has closed what it reads: he was stopped, or killed. */
	private static void endWithWhoListens() {
		try {
			while (System.in.read() >= 0) {
				// nothing is ever said
			}
		}
		catch (IOException gone) {
			// the same
		}
		Runtime.getRuntime().halt(1);
	}

	private static ConfigurableApplicationContext application(Path folder, String[] arguments) throws IOException {
		Path organisation = folder.resolve(ORGANISATION);
		List<Group> groups = Files.exists(organisation) ? Json.read(Files.readString(organisation), GROUPS) : List.of();
		List<String> all = new ArrayList<>(List.of("--spring.datasource.url=jdbc:h2:mem:rehearsal;DB_CLOSE_DELAY=-1;TRACE_LEVEL_FILE=0;"
				+ "QUERY_CACHE_SIZE=1000", "--camunda.bpm.job-execution.enabled=false", "--bihuan.sample=false", "--bihuan.rehearsal=false",
				"--bihuan.now=" + Walk.BEGIN + ":00", "--bihuan.models=" + folder.resolve(MODELS), "--server.port=-1", "--logging.level.root=warn"));
		Stream.of(arguments).filter(one -> !one.startsWith(OPTION)).forEach(all::add);
		return new SpringApplicationBuilder(BihuanApplication.class).bannerMode(Banner.Mode.OFF).logStartupInfo(false)
				.initializers((GenericApplicationContext context) -> {
					context.registerBean(FlowsTaken.class);
					// not before the engine's own beans
					context.registerBean(Walk.class, bean -> bean.setLazyInit(true));
					context.registerBean(GivenOrganisation.class,
							() -> new GivenOrganisation(groups, context.getBean(IdentityService.class)), bean -> bean.setLazyInit(true));
				}).run(all.toArray(String[]::new));
	}
}
