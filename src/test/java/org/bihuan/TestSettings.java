package org.bihuan;

import java.util.Map;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * What the tests themselves are told by system properties and the environment: {@code bihuan.test.…} freely,
 * {@code bihuan.draw}, {@code bihuan.write}, {@code bihuan.benchmark.…}, {@code BIHUAN_REQUIRE_BROWSER}. Named here, or an application that a
 * test starts
 * would refuse them.
 */
@ConfigurationProperties("bihuan")
record TestSettings(Map<String, String> test, Map<String, String> benchmark, Map<String, String> require, Boolean draw, Boolean write) {
}
