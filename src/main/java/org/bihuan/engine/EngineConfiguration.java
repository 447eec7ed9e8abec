package org.bihuan.engine;

import java.io.InputStream;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

import org.bihuan.BihuanApplication;
import org.bihuan.engine.acting.Actors;
import org.bihuan.engine.acting.Others;
import org.bihuan.engine.answer.DrawnForms;
import org.bihuan.engine.guard.AnnouncingIdentityService;
import org.bihuan.engine.guard.AskedLists;
import org.bihuan.engine.guard.AskedTables;
import org.bihuan.engine.guard.ByHand;
import org.bihuan.engine.guard.Directory;
import org.bihuan.engine.guard.Granted;
import org.bihuan.engine.guard.GroupNames;
import org.bihuan.engine.guard.GuardedFilterService;
import org.bihuan.engine.guard.GuardedFormService;
import org.bihuan.engine.guard.GuardedManagementService;
import org.bihuan.engine.guard.GuardedRepositoryService;
import org.bihuan.engine.guard.GuardedRuntimeService;
import org.bihuan.engine.guard.GuardedTaskService;
import org.bihuan.engine.guard.HolderGuard;
import org.bihuan.engine.guard.LimitGuard;
import org.bihuan.engine.guard.ModelRules;
import org.bihuan.engine.guard.OwnBeans;
import org.bihuan.engine.guard.SentOnce;
import org.bihuan.engine.guard.StartGuard;
import org.bihuan.engine.guard.StepGuard;
import org.bihuan.engine.guard.WholeSets;
import org.bihuan.engine.time.EngineClock;
import org.bihuan.engine.time.JobExecution;
import org.bihuan.ledger.Outcomes;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParseListener;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cfg.ProcessEnginePlugin;
import org.camunda.bpm.engine.impl.identity.PasswordPolicyLengthRuleImpl;
import org.camunda.bpm.engine.impl.identity.PasswordPolicyUserDataRuleImpl;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@Configuration(proxyBeanMethods = false)
class EngineConfiguration {

	@Bean
	Clock clock() {
		return new EngineClock(BihuanApplication.ZONE);
	}

	/** The forms as they were deployed; the engine's own service, which has them, starts after those who ask. */
	@Bean
	DrawnForms drawnForms(ObjectProvider<FormService> engine) {
		return new DrawnForms() {
			@Override
			public InputStream ofTask(String taskId) {
				return ((GuardedFormService) engine.getObject()).ofTask(taskId);
			}

			@Override
			public InputStream ofStart(String processDefinitionId) {
				return ((GuardedFormService) engine.getObject()).ofStart(processDefinitionId);
			}
		};
	}

	/** Only where it is asked for; nothing of it starts otherwise. */
	@Bean
	@ConditionalOnProperty(Directory.SETTINGS + ".enabled")
	@ConfigurationProperties(Directory.SETTINGS)
	Directory directory(GroupNames names, Environment environment) {
		return new Directory(names, environment, "camunda-admin");
	}

	/** Needs the ledger's schema first: Flyway refuses a database that the engine has already filled. */
	@Bean
	@DependsOnDatabaseInitialization
	ProcessEnginePlugin bihuanEnginePlugin(ApplicationEventPublisher events, BeanFactory beans, Environment environment, Actors actors,
			PlatformTransactionManager transactions, ObjectProvider<Outcomes> outcomes, ObjectProvider<WholeSets> sets,
			ObjectProvider<Others> others, ObjectProvider<AskedLists> lists, ObjectProvider<SentOnce> sent) {
		return new AbstractProcessEnginePlugin() {

			@Override
			public void preInit(ProcessEngineConfigurationImpl engine) {
				QueryProperties.use();
				engine.setCustomPreCommandInterceptorsTxRequired(List.of(new ByHand(engine)));
				engine.setRuntimeService(new GuardedRuntimeService(engine, id -> outcomes.getObject().runsAs(id)));
				engine.setRepositoryService(new GuardedRepositoryService(engine, sets::getObject));
				engine.setManagementService(new GuardedManagementService(engine));
				engine.setTaskService(new GuardedTaskService(actors, others::getObject));
				engine.setFormService(new GuardedFormService(others::getObject, sent::getObject));
				engine.setFilterService(new GuardedFilterService(lists::getObject));
				engine.setIdentityService(new AnnouncingIdentityService(events, new TransactionTemplate(transactions)));
				engine.setCustomSessionFactories(List.of(Granted.sessions()));
				engine.setCustomIncidentHandlers(List.of(new AnnouncedIncidents(events)));
				// a refusal is an answer, not a failure: the log stays readable
				engine.setEnableCmdExceptionLogging(false);
				List<BpmnParseListener> listeners = engine.getCustomPostBPMNParseListeners();
				listeners = listeners == null ? new ArrayList<>() : new ArrayList<>(listeners);
				listeners.add(new StartGuard());
				listeners.add(new LimitGuard());
				listeners.add(new HolderGuard(actors, others::getObject));
				listeners.add(new AskedTables());
				StepGuard steps = new StepGuard();
				listeners.add(steps);
				engine.setCustomPostBPMNParseListeners(listeners);

				engine.setCustomPreDeployers(List.of(new ModelRules(), steps));
				engine.setExpressionManager(new OwnBeans(beans));

				engine.setPasswordPolicy(() -> List.of(new PasswordPolicyLengthRuleImpl(AnnouncingIdentityService.SHORTEST_PASSWORD),
						new PasswordPolicyUserDataRuleImpl()));
				// the accounts of an evaluation have their names for passwords
				engine.setEnablePasswordPolicy(environment.acceptsProfiles(Profiles.of("production")));
				// the engine would lock an account for good after ten wrong passwords, whoever typed them; our identity service slows down instead
				engine.setLoginMaxAttempts(Integer.MAX_VALUE);
				engine.setLoginDelayBase(0);
				engine.setLoginDelayMaxTime(0);

				// an error event that nobody catches must be seen, not end its scope in silence
				engine.setEnableExceptionsAfterUnhandledBpmnError(true);
				// a query must never evaluate what a client wrote
				engine.setEnableExpressionsInAdhocQueries(false);
				engine.setEnableExpressionsInStoredQueries(false);
				// who may answer a task may not therefore change the variables of its case, or hand it to others
				engine.setDefaultUserPermissionNameForTask("TASK_WORK");
				// our own group names: committee-chengxiang, unit-gongan
				engine.setGeneralResourceWhitelistPattern("[a-zA-Z0-9][a-zA-Z0-9-]{0,62}");
			}

			@Override
			public void postProcessEngineBuild(ProcessEngine engine) {
				Revoked.lookForIt(engine);
			}

			/** After the starter has said yes: see {@link JobExecution}. */
			@Override
			public void postInit(ProcessEngineConfigurationImpl engine) {
				engine.setJobExecutorActivate(false);
				StatementTexts.use(engine.getSqlSessionFactory().getConfiguration());
			}
		};
	}
}
