package org.bihuan.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.bihuan.BihuanApplication;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.SimpleCommandLinePropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

/** Every setting of the house: wrong in turn it is refused with its sentence, as it stands by default it is right, and the README shows it. */
class SettingsTest {

	private static final String PREFIX = "应为：1 至 20 个字，不含空格和括号";

	private static Stream<Arguments> wrong() {
		return Stream.of(Arguments.of("bihuan.light.yellow-days", "-1", "应为：0 至 60 的整数"),
				Arguments.of("bihuan.light.yellow-days", "61", "应为：0 至 60 的整数"),
				Arguments.of("bihuan.conversion.opinion-report-length", "99", "应为：100 至 6000 的整数"),
				Arguments.of("bihuan.conversion.opinion-report-length", "6001", "应为：100 至 6000 的整数"),
				Arguments.of("bihuan.drafts.days", "0", "应为：1 至 3650 的整数"),
				Arguments.of("bihuan.reminders.at", "8.30", "应为：一天中的时刻，写成 08:30"),
				Arguments.of("bihuan.reminders.at", "24:30", "应为：一天中的时刻，写成 08:30"),
				Arguments.of("bihuan.extension.enabled", "maybe", "应为：true 或 false"), Arguments.of("bihuan.rehearsal", "2", "应为：true 或 false"),
				Arguments.of("bihuan.sample", "", "应为：其中一种：false、true、live"),
				Arguments.of("bihuan.now", "2023-09-12", "应为：空着，或北京时间的日期和时刻，写成 2023-09-12T08:00:00"),
				Arguments.of("bihuan.place", " ", "应为：1 至 30 个字"), Arguments.of("bihuan.place", "长".repeat(31), "应为：1 至 30 个字"),
				Arguments.of("bihuan.models", "no/such/folder", "应为：空着，或一个已有的文件夹"),
				Arguments.of("bihuan.mail.from", "bihuan", "应为：一个邮件地址，写成 bihuan@example.gov.cn"),
				Arguments.of("bihuan.mail.address", "127.0.0.1:8080", "应为：http:// 或 https:// 开头的网址，末尾没有 /"),
				Arguments.of("bihuan.mail.address", "https://bihuan.example/", "应为：http:// 或 https:// 开头的网址，末尾没有 /"),
				Arguments.of("bihuan.hosts", "https://bihuan.example", "应为：空着，或主机名，以逗号分隔，不带协议和端口，写成 bihuan.example.gov.cn"),
				Arguments.of("bihuan.hosts", "bihuan.example:8080", "应为：空着，或主机名，以逗号分隔，不带协议和端口，写成 bihuan.example.gov.cn"),
				Arguments.of("bihuan.sign-in.groups", "unit-gongan", "应为：空着，或几项“小组编号:那里的名字”，以逗号分隔，写成 unit-gongan:公安局"),
				Arguments.of("bihuan.oidc.name-claim", "", "应为：一个声明的名字，写成 name"),
				Arguments.of("bihuan.oidc.groups-claim", "小组 名", "应为：空着，或一个声明的名字，写成 groups"),
				Arguments.of("bihuan.oidc.existing-accounts", "maybe", "应为：true 或 false"),
				Arguments.of("bihuan.numbers.submission", "", PREFIX), Arguments.of("bihuan.numbers.assignment", "泰〔姜〕", PREFIX),
				Arguments.of("bihuan.numbers.reply", "泰 姜", PREFIX), Arguments.of("bihuan.numbers.supervision", "长".repeat(21), PREFIX),
				Arguments.of("bihuan.numbers.inspection", "泰(姜)", PREFIX), Arguments.of("bihuan.numbers.opinion-report", " ", PREFIX),
				Arguments.of("bihuan.numbers.proposal", "[提]", PREFIX), Arguments.of("bihuan.numbers.reference", "", PREFIX),
				Arguments.of("bihuan.numbers.closing", "泰　姜", PREFIX),
				Arguments.of("bihuan.attachments.types", "exe", "应为：一种或几种，以逗号分隔：pdf、docx、xlsx、jpg、png、ofd"),
				Arguments.of("bihuan.attachments.types", "", "应为：一种或几种，以逗号分隔：pdf、docx、xlsx、jpg、png、ofd"),
				Arguments.of("bihuan.attachments.max-size", "0MB", "应为：1KB 至 512MB，写成 20MB"),
				Arguments.of("bihuan.attachments.max-size", "513MB", "应为：1KB 至 512MB，写成 20MB"),
				Arguments.of("bihuan.attachments.max-size", "large", "应为：1KB 至 512MB，写成 20MB"),
				Arguments.of("bihuan.attachments.folder", "pom.xml/attachments", "应为：空着，或一个可以写入的文件夹（没有则新建）"),
				Arguments.of("bihuan.attachments.required", "photograph",
						"应为：空着，或一种或几种，以逗号分隔：signed-reply、instruction-scan、look-back-evidence"),
				Arguments.of("bihuan.attachments.per-case", "11TB", "应为：1MB 至 10TB，写成 500MB 或 10GB"),
				Arguments.of("bihuan.attachments.per-unit-daily", "100KB", "应为：1MB 至 10TB，写成 500MB 或 10GB"),
				Arguments.of("bihuan.attachments.daily", "much", "应为：1MB 至 10TB，写成 500MB 或 10GB"),
				Arguments.of("bihuan.submission.form", "letter", "应为：其中一种：report、request"),
				Arguments.of("bihuan.submission.recipient", "", "应为：其中一种：party、government"),
				Arguments.of("bihuan.submission.phone", "电话", "应为：空着，或一个电话号码，写成 0523-88888888"),
				Arguments.of("bihuan.scanner.address", "127.0.0.1", "应为：空着，或主机名和端口，写成 127.0.0.1:3310"),
				Arguments.of("bihuan.scanner.address", "localhost:99999", "应为：空着，或主机名和端口，写成 127.0.0.1:3310"),
				Arguments.of("bihuan.scanner.timeout", "0", "应为：1 至 300 的整数"));
	}

	@ParameterizedTest
	@CsvSource({ "--bihaun.sample=false,没有 bihaun.sample 这个配置项，您要写的可能是 bihuan.sample。",
			"--bihuan-sample=false,没有 bihuan-sample 这个配置项，您要写的可能是 bihuan.sample。",
			"--biuhan.light.yellow-days=5,没有 biuhan.light.yellow-days 这个配置项，您要写的可能是 bihuan.light.yellow-days。",
			"--bih,没有 bih 这个配置项，全部配置项见 README。",
			"bihuan.sample=false,命令行上的“bihuan.sample=false”不起作用：配置要写成 --名称=值，例如 --bihuan.sample=false。" })
	void anArgumentThatWouldBePassedOverIsRefused(String argument, String sentence) {
		assertThatThrownBy(() -> SettingsCheck.check(arguments(argument))).isInstanceOf(StartRefused.class).hasMessage(sentence);
	}

	@Test
	void argumentsOfOthersAndOursAreTaken() {
		assertThatCode(() -> SettingsCheck.check(arguments("--server.port=0", "--bihuan.sample=false", "--debug"))).doesNotThrowAnyException();
	}

	private static StandardEnvironment arguments(String... arguments) {
		StandardEnvironment environment = new StandardEnvironment();
		environment.getPropertySources().addFirst(new SimpleCommandLinePropertySource(arguments));
		ConfigurationPropertySources.attach(environment);
		return environment;
	}

	@ParameterizedTest
	@ValueSource(strings = { "bihuan.attachments.types.foo", "bihuan.attachments.types[0].foo", "bihuan.attachments.types[foo]" })
	void aListHasElementsByNumberAlone(String name) {
		assertThatThrownBy(() -> check(Map.of(name, "pdf"))).isInstanceOf(StartRefused.class).hasMessageContaining("没有 " + name + " 这个配置项");
	}

	@ParameterizedTest
	@MethodSource("wrong")
	void aWrongOneIsNamedWithWhatWasGivenAndWhatItMayBe(String name, String given, String mayBe) {
		assertThatThrownBy(() -> check(Map.of(name, given))).isInstanceOf(StartRefused.class)
				.hasMessageStartingWith("配置 " + name + "=" + given + " 不对，" + mayBe + "（").hasMessageEndingWith("）。");
	}

	@Test
	void theTableAboveHasEveryOne() {
		Set<String> tried = wrong().map(row -> (String) row.get()[0]).collect(Collectors.toCollection(TreeSet::new));
		assertThat(tried).containsExactlyInAnyOrderElementsOf(ours().map(one -> one.name().toString()).toList());
	}

	@Test
	void everyOneThatIsWrongIsTold() {
		assertThatThrownBy(() -> check(Map.of("bihuan.light.yellow-days", "61", "bihuan.place", "", "bihuan.colour", "red"))).message()
				.hasLineCount(3)
				.contains("bihuan.light.yellow-days", "bihuan.place", "bihuan.colour");
	}

	@Test
	void sizesThatDoNotGoTogetherAreRefused() {
		assertThatThrownBy(() -> check(Map.of("bihuan.attachments.per-unit-daily", "10MB"))).isInstanceOf(StartRefused.class)
				.hasMessage("配置 bihuan.attachments 的几项大小不相称，应为：max-size 不大于 per-case 和 per-unit-daily，per-unit-daily 不大于 daily。");
		assertThatThrownBy(() -> check(Map.of("bihuan.attachments.daily", "400MB"))).isInstanceOf(StartRefused.class).hasMessageContaining("不相称");
	}

	@Test
	void oneElementOfAListIsEnoughToBeWrong() {
		assertThatThrownBy(() -> check(Map.of("bihuan.attachments.types[0]", "pdf", "bihuan.attachments.types[1]", "exe")))
				.hasMessageStartingWith("配置 bihuan.attachments.types=pdf,exe 不对");
	}

	@Test
	void aMisspeltProductionDoesNotStartTheEvaluation() {
		StandardEnvironment environment = environment(Map.of());
		environment.setActiveProfiles("Production");
		assertThatThrownBy(() -> SettingsCheck.check(environment)).hasMessage("没有“Production”这个运行方式：生产环境请写 production，评估不必写。");
		environment.setActiveProfiles("production");
		SettingsCheck.check(environment);
	}

	@Test
	void aVariableThatSpringWouldNotBindIsRefused() {
		assertThatThrownBy(() -> SettingsCheck.check(variables("BIHUAN_NUMBERSREPLY"))).hasMessageContaining("没有 bihuan.numbersreply 这个配置项");
		SettingsCheck.check(variables("BIHUAN_NUMBERS_REPLY"));
		SettingsCheck.check(variables("BIHUAN_LIGHT_YELLOWDAYS"));
		SettingsCheck.check(variables("BIHUAN_LIGHT_YELLOW_DAYS"));
	}

	private static StandardEnvironment variables(String name) {
		StandardEnvironment environment = environment(Map.of());
		environment.getPropertySources().replace(StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME,
				new SystemEnvironmentPropertySource(StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME, Map.of(name, "9")));
		return environment;
	}

	@Test
	void whatCannotBeReadIsToldInOneSentence() {
		assertThatThrownBy(() -> check(Map.of("bihuan.place", "${nope}"))).hasMessageStartingWith("配置 bihuan.place=… 不对");
		assertThatThrownBy(() -> check(Map.of("bihuan.attachments.required[3]", "xx")))
				.hasMessageStartingWith("配置 bihuan.attachments.required=… 不对");
	}

	@Test
	void twoKindsOfDocumentsNeverHaveTheSameNumbers() {
		assertThatThrownBy(() -> check(Map.of("bihuan.numbers.reply", "泰姜销")))
				.hasMessage("配置 bihuan.numbers.closing=泰姜销 与 bihuan.numbers.reply 相同，文号会重复，请改用别的代字。");
	}

	@ParameterizedTest
	@ValueSource(strings = { "bihuan.number.reply", "bihuan.numbers.replys", "bihuan.numbers.rply" })
	void aMisspeltNameIsRefusedWithTheNearest(String name) {
		assertThatThrownBy(() -> check(Map.of(name, "10"))).hasMessage("没有 " + name + " 这个配置项，您要写的可能是 bihuan.numbers.reply。");
	}

	@ParameterizedTest
	@CsvSource({ "opinion,formation.bpmn 的“反馈意见”", "reading,submission.bpmn 的“主要领导审阅”和“受理初审”", "instruction,submission.bpmn 的“作出批示”",
			"assignment,assignment.bpmn 的“分解交办”", "receipt,handling.bpmn 的“签收交办件”", "conversion,handling.bpmn 的“裁定转化”",
			"satisfaction,satisfaction.bpmn 的“评价满意度”" })
	void aLimitThatWasASettingIsRefusedAndToldWhereItStandsNow(String former, String place) {
		String name = "bihuan.limits." + former;
		assertThatThrownBy(() -> check(Map.of(name, "5"))).isInstanceOf(StartRefused.class)
				.hasMessage("配置项 " + name + " 已经取消：工作日数现在写在流程图里。请删去这一项；要改天数，请在 " + place
						+ "任务的扩展属性 limit 中修改，并用 bihuan.models 指定改过的文件夹。");
		assertThatThrownBy(() -> SettingsCheck.check(variables("BIHUAN_LIMITS_" + former.toUpperCase(java.util.Locale.ROOT))))
				.hasMessageContaining("已经取消");
	}

	@Test
	void theBoundOfPromisesThatWasASettingIsRefusedAndToldWhereItStandsNow() {
		assertThatThrownBy(() -> check(Map.of("bihuan.promise.months", "3"))).isInstanceOf(StartRefused.class)
				.hasMessageContaining("已经取消").hasMessageContaining("other-limits.dmn");
		assertThatThrownBy(() -> SettingsCheck.check(variables("BIHUAN_PROMISE_MONTHS"))).hasMessageContaining("已经取消");
	}

	@Test
	void aNameThatResemblesNoneIsRefusedToo() {
		assertThatThrownBy(() -> check(Map.of("bihuan.colour-of-the-house", "red")))
				.hasMessage("没有 bihuan.colour-of-the-house 这个配置项，全部配置项见 README。");
	}

	@Test
	void theEnvironmentWritesItsNamesInItsOwnWay() {
		StandardEnvironment known = environment(Map.of());
		known.getPropertySources()
				.addFirst(variables(Map.of("BIHUAN_NUMBERS_REPLY", "泰姜复", "BIHUAN_ATTACHMENTS_MAXSIZE", "1MB", "BIHUAN_LIGHT_YELLOW_DAYS", "3")));
		assertThatCode(() -> SettingsCheck.check(known)).doesNotThrowAnyException();
		StandardEnvironment misspelt = environment(Map.of());
		misspelt.getPropertySources().addFirst(variables(Map.of("BIHUAN_NUMBER_REPLY", "5")));
		assertThatThrownBy(() -> SettingsCheck.check(misspelt)).hasMessageContaining("您要写的可能是 bihuan.numbers.reply");
	}

	@Test
	void whatStandsByDefaultIsRight() {
		Map<String, Object> defaults = new LinkedHashMap<>();
		ours().forEach(one -> defaults.put(one.name().toString(), one.byDefault()));
		assertThatCode(() -> check(defaults)).doesNotThrowAnyException();
		assertThatCode(() -> check(Map.of())).doesNotThrowAnyException();
	}

	@Test
	void eachHasItsMeaningAndItsDefaultInOnePlace() throws IOException {
		assertThat(ours()).allSatisfy(one -> {
			assertThat(one.component().isAnnotationPresent(Setting.class)).as("%s has a meaning", one.name()).isTrue();
			assertThat(one.hasDefault() || one.allowed() == Allowed.MOMENT_OR_NOTHING)
					.as("%s has a default", one.name()).isTrue();
		});
		assertThat(Files.readString(Path.of("src/main/resources/application.yaml"))).doesNotContainPattern("(?m)^bihuan");
	}

	@Test
	void theTableOfTheReadmeIsThatOfTheRecords() throws IOException {
		String rows = ours().map(one -> "| `%s` | %s | %s | %s |".formatted(one.name(), one.meaning(),
				byDefault(one.byDefault()), one.allowedWords())).collect(Collectors.joining("\n"));
		String head = "| 配置项 | 含义 | 默认 | 可以是 |\n|---|---|---|---|\n";
		assertThat(Files.readString(Path.of("README.md"))).as("the README's table of settings should be these rows and no other\n%s", rows)
				.contains("\n\n" + head + rows + "\n\n").containsOnlyOnce("\n| `bihuan.sample` ");
	}

	/** Those of the application: the tests have some of their own. */
	private static Stream<Known> ours() {
		return Known.all().stream().filter(one -> folder(one.owner()).equals(folder(BihuanApplication.class)));
	}

	private static String byDefault(String value) {
		return value.isEmpty() ? "空着" : "`" + value + "`";
	}

	private static Path folder(Class<?> type) {
		try {
			return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
		}
		catch (URISyntaxException impossible) {
			throw new IllegalStateException(impossible);
		}
	}

	private static void check(Map<String, ?> written) {
		SettingsCheck.check(environment(written));
	}

	private static StandardEnvironment environment(Map<String, ?> written) {
		StandardEnvironment environment = new StandardEnvironment();
		environment.getPropertySources().addFirst(new MapPropertySource("written", new LinkedHashMap<>(written)));
		ConfigurationPropertySources.attach(environment);
		return environment;
	}

	private static SystemEnvironmentPropertySource variables(Map<String, Object> variables) {
		return new SystemEnvironmentPropertySource("test-" + StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME, variables);
	}
}
