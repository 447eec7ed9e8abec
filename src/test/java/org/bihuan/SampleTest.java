package org.bihuan;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The application with the sample year, as who tries it finds it; one for all tests that read it, and none of them changes it. */
@Tag("sample")
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT,
		properties = { "camunda.bpm.job-execution.enabled=false", "camunda.bpm.process-engine-name=sample", "bihuan.sample=false" })
public abstract class SampleTest {

	@DynamicPropertySource
	static void replayed(DynamicPropertyRegistry registry) {
		String url = SampleYear.copy();
		registry.add("spring.datasource.url", () -> url);
	}

	@LocalServerPort
	protected int port;
	@Autowired
	protected JdbcClient jdbc;

	@BeforeAll
	static void shanghai() {
		BihuanApplication.useShanghaiTime();
	}
}
