package org.bihuan.handling;

import org.bihuan.demo.rehearsal.TimeLapse;

/** Breaks the rules that production knows neither the sample nor the rehearsal, to show that they notice. */
class Trespasser {

	TimeLapse lapse;
	org.bihuan.demo.sample.Trespasser sample;
}
