package org.bihuan.engine.acting;

import org.bihuan.engine.answer.Answer;

/** Breaks the rule that the engine's parts know those below them alone, to show that it notices. */
class Trespasser {

	Answer answer;
}
