package org.bihuan.formation;

import org.bihuan.handling.Handling;

/** Breaks the rule that steps meet only in the models, to show that the rule notices. */
class Trespasser {

	Handling handling;
	java.util.Date now = new java.util.Date();
}
