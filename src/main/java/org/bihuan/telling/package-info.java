/** 告知: the one place that says who is told of what and how, by the decision tables; the steps say only what happened. Knows no step. */
package org.bihuan.telling;
