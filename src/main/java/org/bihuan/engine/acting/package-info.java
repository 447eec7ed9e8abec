/** Who is acting on the engine, and the one exception by which an act is turned down. */
package org.bihuan.engine.acting;
