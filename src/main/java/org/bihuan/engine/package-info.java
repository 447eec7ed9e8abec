/** The process engine as a whole: how it is configured. Nothing below knows it. */
package org.bihuan.engine;
