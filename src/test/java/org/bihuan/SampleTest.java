package org.bihuan;

import org.junit.jupiter.api.BeforeAll;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The application with the sample year, as who tries it finds it; one for all tests that read it, and none of them changes it. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT,
		properties = { "spring.datasource.url=jdbc:h2:mem:sample-${random.uuid};DB_CLOSE_DELAY=-1",
				"camunda.bpm.job-execution.enabled=false", "camunda.bpm.process-engine-name=sample", "bihuan.sample=true" })
public abstract class SampleTest {

	@LocalServerPort
	protected int port;
	@Autowired
	protected JdbcClient jdbc;

	@BeforeAll
	static void shanghai() {
		BihuanApplication.useShanghaiTime();
	}
}
