/** What the steps need of the process engine: the answer of a task, its checks against the form, refusals, the clock, the doors that are shut. */
package org.bihuan.engine;
