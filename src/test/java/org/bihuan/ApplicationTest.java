package org.bihuan;

import static org.assertj.core.api.Assertions.assertThat;

import org.bihuan.identity.Organisation;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class ApplicationTest extends EngineTest {

	@Autowired
	private Organisation organisation;

	@Test
	void foundsTheSampleOrganisation() {
		assertThat(organisation.committees()).hasSize(6);
		assertThat(organisation.units()).hasSize(12);
		assertThat(organisation.leaders()).hasSize(4);
		assertThat(organisation.name("unit-gongan")).isEqualTo("公安局");
		assertThat(organisation.name("weiyuan1")).isEqualTo("李春生");
	}
}
