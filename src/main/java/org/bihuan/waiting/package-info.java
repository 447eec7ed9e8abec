/** 任务时限: what waits for people, whose it is, whether its day has passed, who is told of it. Knows every step's tasks and no step. */
package org.bihuan.waiting;
