/** The process engine as a whole: how it is configured, and which models and forms are deployed. Nothing below knows it. */
package org.bihuan.engine;
