package org.bihuan.deployment;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

import org.bihuan.calendar.ShanghaiTime;
import org.bihuan.engine.acting.Actors;
import org.bihuan.engine.acting.Refusal;
import org.bihuan.engine.acting.Witness;
import org.bihuan.engine.guard.WholeSets;
import org.bihuan.identity.Organisation;
import org.bihuan.ledger.ModelRehearsals;
import org.bihuan.ledger.ModelRehearsals.Rehearsed;
import org.bihuan.ledger.ModelSets;
import org.bihuan.ledger.ModelSets.Force;
import org.bihuan.ledger.ModelSets.Source;
import org.bihuan.model.ModelCheck;
import org.bihuan.model.ModelSet;
import org.bihuan.model.Problem;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.ParseException;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.ResourceReport;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.camunda.bpm.engine.repository.DeploymentWithDefinitions;
import org.springframework.context.annotation.Lazy;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The one way by which a set of models comes into force: checked as a whole, deployed as a whole and written into the ledger in one transaction, or
 * refused with everything that is wrong. One follows the other: who began on a set that is no longer in force hears what has changed meanwhile.
 */
@Component
public class ModelDeployment implements WholeSets {

	/** Of a reason, in characters. */
	public static final int LONGEST_REASON = 500;

	private static final String NOT_YOURS = "部署流程图、决策表、表单和文书模板只供流程分析员和系统管理员。";
	private static final int MOST_NAMED = 5;

	private final ModelSets sets;
	private final ModelRehearsals rehearsals;
	private final Offers offers;
	private final Actors actors;
	private final Witness witness;
	private final Organisation organisation;
	private final RepositoryService repository;
	private final AuthorizationService authorizations;
	private final IdentityService identity;
	private final TransactionTemplate transactions;

	ModelDeployment(ModelSets sets, ModelRehearsals rehearsals, Offers offers, Actors actors, Witness witness, Organisation organisation,
			@Lazy RepositoryService repository, @Lazy AuthorizationService authorizations, @Lazy IdentityService identity,
			PlatformTransactionManager transactions) {
		this.sets = sets;
		this.rehearsals = rehearsals;
		this.offers = offers;
		this.actors = actors;
		this.witness = witness;
		this.organisation = organisation;
		this.repository = repository;
		this.authorizations = authorizations;
		this.identity = identity;
		this.transactions = new TransactionTemplate(transactions);
	}

	/** The set of an id; empty of files where there is none. */
	public ModelSet set(long setId) {
		return new ModelSet(sets.files(setId));
	}

	/** The set that is in force. */
	public ModelSet inForce() {
		return set(sets.setInForce());
	}

	/** Everything that keeps a set from coming into force, at once; nothing when it is sound. */
	public List<Problem> problems(ModelSet set) {
		return ModelCheck.problems(set);
	}

	/**
	 * Keeps a sound set that somebody wants to come into force, so that he can look at what it would change.
	 *
	 * @return its id
	 * @throws Refusal when the account may not deploy, when the set is not sound, and when it is the one in force
	 */
	public long propose(ModelSet candidate) {
		String account = requireRight();
		Refusal.unless(!candidate.equals(inForce()), "这一套与现行的完全相同，没有需要部署的。");
		requireSound(candidate);
		try {
			return kept(candidate, account);
		}
		catch (DuplicateKeyException another) {
			// somebody kept one of the same files at the same moment
			return kept(candidate, account);
		}
	}

	private long kept(ModelSet candidate, String account) {
		return transactions.execute(transaction -> sets.keep(candidate.files(), candidate.hash(), account));
	}

	/**
	 * Puts a set that was proposed in force.
	 *
	 * @param base the number of the entry in force that it was compared with
	 * @param why in the words of who decides
	 * @throws Refusal as of the other
	 */
	public Force putInForce(long setId, long base, String why) {
		return putInForce(setId, base, why, "");
	}

	/**
	 * Puts a set that was proposed in force. One that was not rehearsed may come into force, and the history says so; one in which cases are stuck
	 * only with a reason of its own.
	 *
	 * @param base the number of the entry in force that it was compared with
	 * @param why in the words of who decides
	 * @param despite why although its last rehearsal came to stuck cases; empty for none
	 * @throws Refusal when the account may not deploy, gives no reason, gives none although cases are stuck, or when the set is not sound (HTTP
	 *             400); when another has come into force since (409)
	 */
	public Force putInForce(long setId, long base, String why, String despite) {
		String account = requireRight();
		String reason = why.strip();
		Refusal.unless(!reason.isEmpty(), "请写明为什么部署这一套。");
		Refusal.unless(reason.length() <= LONGEST_REASON, "理由最多 " + LONGEST_REASON + " 个字。");
		Refusal.unless(sets.has(setId), "没有这一套。请重新上传、预览。");
		Refusal.unless(sets.setInForce() != setId, "这一套就是现行的一套，没有需要部署的。");
		String although = despite.strip();
		Refusal.unless(although.length() <= LONGEST_REASON, "理由最多 " + LONGEST_REASON + " 个字。");
		Optional<Rehearsed> stuck = rehearsals.of(setId).filter(one -> !one.isSound());
		Refusal.unless(stuck.isEmpty() || !although.isEmpty(), () -> "这一套演练时有 " + stuck.get().stuck()
				+ " 件停住。请改好再部署；确实要让它生效的，写明为什么有件停住仍要生效。");
		ModelSet set = set(setId);
		Optional<Force> former = sets.history().stream().filter(one -> one.setId() == setId).findFirst();
		Source source = set.equals(offers.packaged()) ? Source.PACKAGED
				: former.isPresent() ? Source.BACK : offers.folder(this::inForce).filter(set::equals).isPresent() ? Source.FOLDER : Source.PAGE;
		return decided(set, base, source, former.map(Force::number).orElse(null), account, reason,
				stuck.isPresent() ? although : null).force();
	}

	@Override
	public DeploymentWithDefinitions take(SortedMap<String, byte[]> files, String name) {
		String account = requireRight();
		long base = sets.latest();
		ModelSet inForce = inForce();
		UploadedFiles uploaded = UploadedFiles.of(files);
		Refusal.unless(uploaded.problems().isEmpty(), () -> refusal(uploaded.problems()));
		ModelSet set = uploaded.on(inForce);
		if (!set.equals(inForce)) {
			String why = "经 Camunda Modeler 部署" + (name == null || name.isBlank() ? "" : "“" + name.strip() + "”") + "："
					+ String.join("、", uploaded.files().keySet());
			Put put = decided(set, base, Source.MODELER, null, account, why.length() > LONGEST_REASON ? why.substring(0, LONGEST_REASON) : why,
					null);
			if (put.deployed() != null) {
				return new DeployedFiles(put.deployed(), uploaded.files().keySet());
			}
		}
		String deployment = sets.inForce().orElseThrow().deploymentId();
		return actors.openly(() -> (DeploymentWithDefinitions) repository.createDeploymentQuery().deploymentId(deployment).singleResult());
	}

	/** @param deployed what the engine has made; null where it has all of the set already */
	record Put(Force force, DeploymentWithDefinitions deployed) {
	}

	private Put decided(ModelSet set, long base, Source source, Long former, String account, String why, String despite) {
		requireSound(set);
		try {
			return actors.openly(() -> put(repository, set, base, false, source, former, account, why, despite));
		}
		catch (ParseException broken) {
			throw Refusal.invalid(refusal(broken.getResorceReports().stream().flatMap(one -> problems(one).stream()).toList()), broken);
		}
		catch (ConcurrencyFailureException | OptimisticLockingException | DuplicateKeyException another) {
			throw Refusal.overtaken(meanwhile(base), another);
		}
	}

	/** As the application itself does at a start: nobody is asked about stuck cases. */
	Put put(RepositoryService engine, ModelSet set, long base, boolean anew, Source source, Long former, String actor, String why) {
		return put(engine, set, base, anew, source, former, actor, why, null);
	}

	/**
	 * Deploys a set and writes that it is in force, in one transaction. Nobody is asked who acts: the application itself does so at a start.
	 *
	 * @param base the number that it follows; 0 for the first
	 * @param anew whether the engine is given all of it even where it has the same already
	 * @param despite why although cases are stuck; null for none
	 * @throws Refusal when another has come into force since
	 */
	Put put(RepositoryService engine, ModelSet set, long base, boolean anew, Source source, Long former, String actor, String why,
			String despite) {
		return transactions.execute(transaction -> {
			sets.lock();
			if (sets.latest() != base) {
				throw Refusal.overtaken(meanwhile(base));
			}
			long id = sets.keep(set.files(), set.hash(), actor);
			Optional<Force> now = sets.inForce();
			boolean same = now.filter(one -> ofEngine(sets.hashes(one.setId())).equals(ofEngine(sets.hashes(id)))).isPresent();
			DeploymentWithDefinitions deployed = same && !anew ? null : deploy(engine, set, base + 1, source);
			String deployment = deployed == null ? now.get().deploymentId() : deployed.getId();
			if (!Actors.SYSTEM.equals(actor)) {
				witness.of(actor);
			}
			return new Put(sets.putInForce(base, id, source, former, deployment, actor, why, despite), deployed);
		});
	}

	private static DeploymentWithDefinitions deploy(RepositoryService engine, ModelSet set, long number, Source source) {
		DeploymentBuilder builder = engine.createDeployment().name(SetNumber.name(number)).source(source.label());
		set.files().forEach((name, bytes) -> {
			if (isOfEngine(name)) {
				builder.addInputStream(name, new ByteArrayInputStream(bytes));
			}
		});
		return builder.deployWithResult();
	}

	/** Templates of documents are the ledger's alone: the engine has no new version for them. */
	private static boolean isOfEngine(String name) {
		return !name.endsWith(".docx");
	}

	private static SortedMap<String, String> ofEngine(SortedMap<String, String> hashes) {
		SortedMap<String, String> some = new TreeMap<>(hashes);
		some.keySet().removeIf(name -> !isOfEngine(name));
		return some;
	}

	/** Writes that what the engine has deployed already is in force. */
	Force record(ModelSet set, Source source, String deployment, String why) {
		return transactions.execute(transaction -> sets.putInForce(0, sets.keep(set.files(), set.hash(), Actors.SYSTEM), source, null, deployment,
				Actors.SYSTEM, why, null));
	}

	/** @return the account that acts */
	private String requireRight() {
		String account = actors.account().orElseThrow(() -> Refusal.forbidden(NOT_YOURS));
		List<String> groups = actors.openly(() -> identity.createGroupQuery().groupMember(account).list().stream().map(Group::getId).toList());
		// asked in his name: without one the engine says yes to everything
		if (!authorizations.isUserAuthorized(account, groups, Permissions.CREATE, Resources.DEPLOYMENT)) {
			throw Refusal.forbidden(NOT_YOURS);
		}
		return account;
	}

	private void requireSound(ModelSet set) {
		List<Problem> problems = problems(set);
		Refusal.unless(problems.isEmpty(), () -> refusal(problems));
	}

	/** All that is wrong, in one text. */
	static String refusal(List<Problem> problems) {
		List<String> lines = new ArrayList<>(List.of("没有部署，什么也没有改动。" + (problems.size() == 1 ? "" : "共 " + problems.size() + " 处要改：")));
		problems.forEach(one -> lines.add(one.sentence()));
		return String.join("\n", lines);
	}

	private static List<Problem> problems(ResourceReport report) {
		return report.getErrors().stream().map(error -> new Problem(report.getResourceName(), "", error.getMainElementId() == null ? ""
				: error.getMainElementId(),
				"流程引擎读不懂" + (error.getLine() > 0 ? "第 " + error.getLine() + " 行" : "这里") + "。请在 Camunda Modeler 里检查后重新保存。"))
				.toList();
	}

	/** What has come into force since this entry, in Chinese with what to do; empty when nothing has. */
	public Optional<String> since(long base) {
		return sets.latest() == base ? Optional.empty() : Optional.of(meanwhile(base));
	}

	private String meanwhile(long base) {
		List<Force> since = sets.history().stream().filter(one -> one.number() > base).toList();
		if (since.isEmpty()) {
			return "刚刚有人也在部署。什么也没有改动，请重新预览后再部署。";
		}
		Force now = since.get(0);
		TreeSet<String> changed = new TreeSet<>();
		SortedMap<String, String> before = sets.force(base).map(one -> sets.hashes(one.setId())).orElseGet(TreeMap::new);
		SortedMap<String, String> after = sets.hashes(now.setId());
		changed.addAll(before.keySet());
		changed.addAll(after.keySet());
		changed.removeIf(name -> after.containsKey(name) && after.get(name).equals(before.get(name)));
		return "您开始时现行的是第 " + base + " 套；此间" + name(now) + "于 " + ShanghaiTime.minute(now.since()) + " 使第 " + now.number() + " 套生效（"
				+ now.why() + "），改动了 " + changed.stream().limit(MOST_NAMED).collect(Collectors.joining("、"))
				+ (changed.size() > MOST_NAMED ? " 等 " + changed.size() + " 个文件" : "") + "。什么也没有改动，请先看第 " + now.number() + " 套，再重新上传、部署。";
	}

	private String name(Force one) {
		return Actors.SYSTEM.equals(one.decidedBy()) ? "系统" : organisation.name(one.decidedBy(), one.since());
	}
}
