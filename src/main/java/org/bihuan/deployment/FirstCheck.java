package org.bihuan.deployment;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

import org.bihuan.ledger.ModelSets;
import org.bihuan.model.ModelCheck;
import org.bihuan.model.ModelSet;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Checks the set in force once after the start, in the background, and has the engine read it: what that takes a cold program is not taken from the
 * first who deploys, whose Modeler gives up after five seconds. Nothing is written, and nobody waits for it: who comes before it is done waits no
 * longer than without it.
 */
@Component
class FirstCheck {

	private static final Logger LOG = LoggerFactory.getLogger(FirstCheck.class);
	private static final AtomicBoolean DONE = new AtomicBoolean();

	private final ModelSets sets;
	private final RepositoryService repository;

	FirstCheck(ModelSets sets, RepositoryService repository) {
		this.sets = sets;
		this.repository = repository;
	}

	/** A process that has done it once is warm. */
	@EventListener(ApplicationReadyEvent.class)
	void begin() {
		if (DONE.compareAndSet(false, true)) {
			Thread check = new Thread(this::check, "model-check-first");
			check.setDaemon(true);
			check.start();
		}
	}

	private void check() {
		try {
			read();
		}
		catch (RuntimeException onlyLate) {
			// the program may end while this goes on; whoever deploys reads it himself then
			LOG.debug("the models were not read ahead", onlyLate);
		}
	}

	void read() {
		ModelSet changed = new ModelSet(sets.files(sets.setInForce()));
		// as if somebody had changed a diagram and a table: what the jar has is not held against its schema
		for (String ending : List.of(".bpmn", ".dmn")) {
			String name = changed.files().keySet().stream().filter(one -> one.endsWith(ending)).findFirst().orElseThrow();
			byte[] bytes = changed.files().get(name);
			byte[] longer = Arrays.copyOf(bytes, bytes.length + 1);
			longer[bytes.length] = '\n';
			changed = changed.with(name, longer);
		}
		ModelCheck.problems(changed);
		repository.createProcessDefinitionQuery().latestVersion().list().stream().map(ProcessDefinition::getId)
				.forEach(repository::getProcessDefinition);
	}
}
