package org.bihuan.rehearsal;

import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

import org.bihuan.deployment.ModelDeployment;
import org.bihuan.engine.acting.Actors;
import org.bihuan.engine.acting.Refusal;
import org.bihuan.ledger.ModelRehearsals;
import org.bihuan.ledger.ModelSets;
import org.bihuan.model.ModelSet;
import org.bihuan.settings.PlaceSettings;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.context.annotation.Lazy;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/**
 * The rehearsals of sets that somebody wants to come into force here: one at a time, with the organisation and the settings of the place, against
 * the set in force. The whole report is kept as long as the application runs, of the last few; in a sentence it is
 * kept for good ({@link ModelRehearsals}).
 */
@Component
public class Rehearsals implements DisposableBean {

	private static final Logger LOG = LoggerFactory.getLogger(Rehearsals.class);

	private static final Duration LONGEST = Duration.ofMinutes(10);
	private static final int MOST_KEPT = 10;
	private static final int MOST_KNOWN = 4;

	private final ModelDeployment deployment;
	private final ModelSets sets;
	private final ModelRehearsals kept;
	private final Actors actors;
	private final IdentityService identity;
	private final Environment environment;
	private final Clock clock;
	private final Map<Long, State> states = new LinkedHashMap<>();
	private final Map<String, Walked> known = new ConcurrentHashMap<>();
	private List<Object> knownUnder = List.of();
	private Rehearsal running;
	private Long runningSet;

	Rehearsals(ModelDeployment deployment, ModelSets sets, ModelRehearsals kept, Actors actors, @Lazy IdentityService identity,
			Environment environment, Clock clock) {
		this.deployment = deployment;
		this.sets = sets;
		this.kept = kept;
		this.actors = actors;
		this.identity = identity;
		this.environment = environment;
		this.clock = clock;
	}

	/**
	 * How far a rehearsal is, or what it said.
	 *
	 * @param by the account that has asked for it
	 * @param against the number of the set in force that it was compared with
	 * @param which set is being walked, in Chinese
	 * @param done how many cases have ended, of so many that are {@code known} of so far
	 * @param report null while it runs, and where it failed
	 * @param failed why it came to no end, for people; null while it runs, and where it did
	 * @param log what its process wrote, where it came to no end; empty for nothing
	 */
	public record State(long setId, String by, OffsetDateTime at, long against, String which, int done, int known, Report report, String failed,
			String log) {

		public boolean isRunning() {
			return report == null && failed == null;
		}

		private State at(String set, int ended, int of) {
			return new State(setId, by, at, against, set, ended, of, null, null, "");
		}

		private State ended(Report said, String why, String wrote) {
			return new State(setId, by, at, against, which, done, known, said, why, wrote);
		}
	}

	/** That of a set; empty where it was not rehearsed since the application started. */
	public synchronized Optional<State> of(long setId) {
		return Optional.ofNullable(states.get(setId));
	}

	/** The one that runs now. */
	public synchronized Optional<State> underWay() {
		return Optional.ofNullable(runningSet).map(states::get);
	}

	/**
	 * Begins one; it goes on by itself.
	 *
	 * @throws Refusal when the set is not sound (HTTP 400), or another rehearsal runs (409)
	 */
	public synchronized void start(long setId, String account) {
		if (runningSet != null && runningSet == setId) {
			throw Refusal.overtaken("正在演练的就是这一套，不用再开始；走到哪里了见下面。");
		}
		if (running != null) {
			throw Refusal.overtaken("正在演练另一套，一次只演练一套。请等它走完，或者先停止它。");
		}
		ModelSet candidate = deployment.set(setId);
		Refusal.unless(deployment.problems(candidate).isEmpty(), "这一套还有要改的地方，不能演练。请先改好。");
		ModelSets.Force now = sets.inForce().orElseThrow();
		ModelSet inForce = deployment.set(now.setId());
		List<Group> organisation = organisation();
		List<String> settings = PlaceSettings.arguments(environment);
		if (!knownUnder.equals(List.of(organisation, settings)) || known.size() > MOST_KNOWN) {
			known.clear();
			knownUnder = List.of(organisation, settings);
		}
		Rehearsal rehearsal = new Rehearsal(organisation, settings, LONGEST, known);
		running = rehearsal;
		runningSet = setId;
		states.remove(setId);
		states.put(setId, new State(setId, account, OffsetDateTime.now(clock), now.number(), "这一套", 0, 1, null, null, ""));
		while (states.size() > MOST_KEPT) {
			states.remove(states.keySet().iterator().next());
		}
		Thread worker = new Thread(() -> run(rehearsal, setId, candidate, inForce, "现行的第 " + now.number() + " 套"), "rehearsal");
		worker.setDaemon(true);
		worker.start();
	}

	private void run(Rehearsal rehearsal, long setId, ModelSet candidate, ModelSet inForce, String called) {
		try {
			Report report = rehearsal.of(candidate, inForce, called, which -> (done, of) -> progress(setId, which, done, of));
			keep(setId, report);
			end(setId, report, null, "");
		}
		catch (WalkProcess.NotWalked ended) {
			end(setId, null, ended.getMessage(), ended.log());
		}
		catch (RuntimeException failed) {
			LOG.error("the rehearsal of set {} failed", setId, failed);
			end(setId, null, "演练没有走完就中断了，原因在系统日志里。请把它交给维护人员。", "");
		}
	}

	private void keep(long setId, Report report) {
		State state = of(setId).orElseThrow();
		kept.keep(setId, state.against(), state.by(), report.cases(), report.stuck().size(), report.summary());
	}

	private synchronized void progress(long setId, String which, int done, int of) {
		states.computeIfPresent(setId, (id, state) -> state.at(which, done, of));
	}

	private synchronized void end(long setId, Report report, String failed, String log) {
		states.computeIfPresent(setId, (id, state) -> state.ended(report, failed, log));
		running = null;
		runningSet = null;
	}

	/** Ends the one that runs, if one does. */
	public void stop() {
		Rehearsal now;
		synchronized (this) {
			now = running;
		}
		if (now != null) {
			now.stop();
		}
	}

	@Override
	public void destroy() {
		stop();
	}

	private List<Group> organisation() {
		return actors.openly(() -> identity.createGroupQuery().orderByGroupId().asc().list().stream()
				.map(group -> new Group(group.getId(), group.getName() == null ? group.getId() : group.getName(),
						identity.createUserQuery().memberOfGroup(group.getId()).list().stream().map(Rehearsals::person).toList()))
				.toList());
	}

	private static Group.Person person(User user) {
		String name = (user.getLastName() == null ? "" : user.getLastName()) + (user.getFirstName() == null ? "" : user.getFirstName());
		return new Group.Person(user.getId(), name.isBlank() ? user.getId() : name);
	}
}
