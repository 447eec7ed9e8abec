package org.bihuan.ledger;

import org.bihuan.formation.Formation;
import org.camunda.bpm.engine.TaskService;

/** Breaks the rules that the ledger knows neither a step nor the engine, to show that they notice. */
class Trespasser {

	Formation formation;
	TaskService tasks;
}
