/** 改用新的一套流程图: whether and how the cases that run go on by another set of models, tried first, in batches, and back. Knows no step. */
package org.bihuan.moving;
