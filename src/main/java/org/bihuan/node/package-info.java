/** 节点: the processes that run on one database: who starts, who lives, who stands still. Knows no engine and no step. */
package org.bihuan.node;
