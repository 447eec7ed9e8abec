package org.bihuan.demo.sample;

import java.util.List;
import java.util.stream.IntStream;

import org.bihuan.calendar.WorkingDays;
import org.bihuan.deployment.FoundAtStart;
import org.bihuan.deployment.ModelDeployment;
import org.bihuan.deployment.Offers;
import org.bihuan.engine.time.EngineTime;
import org.bihuan.ledger.Statistics;
import org.bihuan.settings.Evaluation;
import org.bihuan.settings.Evaluation.Sample;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Replays the published year on first start, and where it is asked for the cases of this month behind it. Each is one transaction: a machine that is
 * switched off half-way leaves nothing, and the next start begins again.
 *
 * <p>It runs before the application is ready, so that readiness means that the sample is in; the job executor starts after it.
 */
@Component
@Profile("!production")
class Replay implements ApplicationRunner {

	private static final Logger LOG = LoggerFactory.getLogger(Replay.class);

	private final Sample wanted;
	private final Stage stage;
	private final Living living;
	private final WorkingDays workingDays;
	private final EngineTime time;
	private final JdbcClient jdbc;
	private final TransactionTemplate transaction;
	private final Statistics statistics;
	private final ModelDeployment models;
	private final Offers offers;
	private final FoundAtStart found;

	Replay(Evaluation evaluation, Stage stage, Living living, WorkingDays workingDays, EngineTime time, JdbcClient jdbc,
			PlatformTransactionManager transactions, Statistics statistics, ModelDeployment models, Offers offers, FoundAtStart found) {
		this.wanted = evaluation.sample();
		this.stage = stage;
		this.living = living;
		this.workingDays = workingDays;
		this.time = time;
		this.jdbc = jdbc;
		this.transaction = new TransactionTemplate(transactions);
		this.statistics = statistics;
		this.models = models;
		this.offers = offers;
		this.found = found;
	}

	@Override
	public void run(ApplicationArguments arguments) {
		if (wanted != Sample.FALSE && jdbc.sql("select count(*) from outcome").query(Long.class).single() == 0) {
			replayed("样例年度", this::year);
		}
		if (wanted == Sample.LIVE && !living.isIn()) {
			replayed("本月的样例", living::add);
		}
	}

	private void replayed(String what, Runnable replay) {
		try {
			transaction.executeWithoutResult(status -> replay.run());
		}
		catch (RuntimeException failed) {
			notReplayed(what, failed);
			return;
		}
		finally {
			time.backToNow();
		}
		LOG.info("{}已就绪：{}", what, statistics.of(null, null).inWords());
	}

	private void year() {
		List<SampleOutcome> outcomes = SampleOutcome.all();
		stage.replay("样例年度",
				IntStream.range(0, outcomes.size()).mapToObj(place -> new SampleCase(outcomes.get(place), place, workingDays)).toList());
	}

	/**
	 * Nothing of it was kept. With the house's own models that is a mistake of the house, and no start; a set that somebody has edited asks for more
	 * than the year tells, and who has edited it hears where.
	 */
	private void notReplayed(String replayed, RuntimeException failed) {
		if (models.inForce().equals(offers.packaged())) {
			throw failed;
		}
		String what = replayed + "没有装入，什么也没有留下：" + Stage.why(failed) + "照常启动。样例是照随程序打包的图写的，现行的一套改过，样例里没有人会办新的环节；"
				+ "要看改过的图走不走得通，请在 /models 上传后点“演练”，或用 --bihuan.rehearse=文件夹；不要样例的启动请加 --bihuan.sample=false。";
		LOG.warn(what);
		LOG.debug("a sample was not replayed", failed);
		found.add(what);
	}

}
