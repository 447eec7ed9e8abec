/** 分解交办: an outcome is split into assignments, and the committee that follows up is confirmed. */
package org.bihuan.assignment;
