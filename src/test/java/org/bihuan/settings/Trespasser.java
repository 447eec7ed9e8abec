package org.bihuan.settings;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.bihuan.ledger.Outcomes;
import org.springframework.beans.factory.annotation.Value;

/** Breaks the rules that settings know nobody, that there is one mapper and that settings are typed, to show that they notice. */
class Trespasser {

	Outcomes outcomes;
	ObjectMapper mapper = new ObjectMapper();
	@Value("${bihuan.place}")
	String place;
}
