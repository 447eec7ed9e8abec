package org.bihuan.web;

import org.bihuan.CycleTest;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The whole application behind its port. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = { "spring.datasource.url=jdbc:h2:mem:http;DB_CLOSE_DELAY=-1",
		"camunda.bpm.job-execution.enabled=false" })
abstract class HttpTest extends CycleTest {

	@LocalServerPort
	int port;
}
