package org.bihuan.formation;

import org.bihuan.handling.Handling;
import org.camunda.bpm.engine.impl.util.ClockUtil;

/** Breaks the rules that steps meet only in the models and that few know the inside of the platform, to show that they notice. */
class Trespasser {

	Handling handling;
	java.util.Date now = new java.util.Date();
	ClockUtil clock;
}
